package io.gazetteer.api.identity.access;

import static io.gazetteer.api.identity.access.AccessRule.admin;
import static io.gazetteer.api.identity.access.AccessRule.administrator;
import static io.gazetteer.api.identity.access.AccessRule.editor;
import static io.gazetteer.api.identity.access.AccessRule.open;
import static io.gazetteer.api.identity.access.AccessRule.person;
import static io.gazetteer.api.identity.access.AccessRule.viewer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says who may call what. A route that is neither here nor in {@link PageRules} is denied to
 * everyone.
 */
public final class AccessRules {
  public static final List<AccessRule> ALL =
      List.of(
          open("GET", "/api/health"),
          open("GET", "/.well-known/jwks.json"),
          open("GET", "/.well-known/oauth-protected-resource/mcp"),
          open("GET", "/api/openapi.json"),
          open("GET", "/api/docs"),
          open("GET", "/api/docs/page.js"),
          open("GET", "/api/docs/page.css"),
          open("GET", "/api/docs/swagger-ui-bundle.js"),
          open("GET", "/api/docs/swagger-ui.css"),
          open("POST", "/api/auth/login"),
          open("POST", "/api/auth/refresh"),
          open("POST", "/api/auth/logout"),
          open("*", "/error"),
          viewer("GET", "/api/auth/me"),
          person("POST", "/api/auth/password"),
          person("GET", "/api/auth/sessions"),
          person("DELETE", "/api/auth/sessions/{id}"),
          viewer("GET", "/api/tokens"),
          person("POST", "/api/tokens"),
          person("DELETE", "/api/tokens/{id}"),
          viewer("GET", "/api/db-schema"),
          viewer("GET", "/api/search-table"),
          viewer("GET", "/api/search"),
          viewer("GET", "/api/find"),
          viewer("POST", "/mcp"),
          viewer("GET", "/api/joins"),
          viewer("GET", "/api/dependents"),
          viewer("GET", "/api/diagram"),
          viewer("GET", "/api/crawls/{id}"),
          viewer("GET", "/api/crawls/{id}/events"),
          viewer("GET", "/api/crawls/{id}/failures"),
          viewer("GET", "/api/crawls/{id}/removals"),
          viewer("GET", "/api/db-credentials/{id}/crawls"),
          viewer("GET", "/api/db-credentials/{id}/changes"),
          viewer("GET", "/api/suggest"),
          viewer("GET", "/api/abbreviations"),
          viewer("GET", "/api/abbreviations/try"),
          viewer("GET", "/api/databases"),
          viewer("GET", "/api/changes"),
          viewer("GET", "/api/compare"),
          editor("GET", "/api/db-credentials"),
          editor("POST", "/api/db-credentials"),
          editor("GET", "/api/db-credentials/{id}"),
          editor("PATCH", "/api/db-credentials/{id}"),
          editor("DELETE", "/api/db-credentials/{id}"),
          editor("POST", "/api/db-credentials/{id}/crawls"),
          editor("POST", "/api/db-credentials/test"),
          editor("POST", "/api/db-credentials/databases"),
          editor("POST", "/api/db-credentials/{id}/test"),
          editor("POST", "/api/crawls/{id}/cancel"),
          editor("POST", "/api/crawls/{id}/confirm"),
          admin("GET", "/api/users"),
          administrator("POST", "/api/users"),
          admin("GET", "/api/users/{id}"),
          administrator("PATCH", "/api/users/{id}"),
          administrator("DELETE", "/api/users/{id}"),
          admin("GET", "/api/signing-keys"),
          administrator("POST", "/api/signing-keys"),
          admin("GET", "/api/encryption-keys"),
          administrator("POST", "/api/encryption-keys"),
          administrator("DELETE", "/api/encryption-keys/{id}"),
          admin("GET", "/api/audit"),
          admin("GET", "/api/parts"),
          admin("GET", "/api/webhooks"),
          administrator("POST", "/api/webhooks"),
          admin("GET", "/api/webhooks/{id}"),
          administrator("PATCH", "/api/webhooks/{id}"),
          admin("DELETE", "/api/webhooks/{id}"),
          admin("POST", "/api/webhooks/{id}/test"),
          admin("GET", "/api/webhooks/{id}/deliveries"),
          admin("PUT", "/api/abbreviations"),
          admin("DELETE", "/api/abbreviations"),
          admin("GET", "/api/index"),
          admin("POST", "/api/index/rebuild"),
          admin("GET", "/api/dead-letters"),
          admin("POST", "/api/dead-letters/{id}/replay"),
          admin("POST", "/api/dead-letters/replay"),
          admin("DELETE", "/api/dead-letters/{id}"));

  private static final Map<String, AccessRule> BY_ROUTE =
      Stream.concat(ALL.stream(), PageRules.ALL.stream())
          .collect(Collectors.toMap(rule -> rule.method() + rule.path(), Function.identity()));

  private AccessRules() {}

  /** Finds the rule of a route, by the path its controller declares. */
  public static Optional<AccessRule> find(String method, String path) {
    // Whoever may read may ask whether there is something to read.
    var name = method.equals("HEAD") ? "GET" : method;
    return Optional.ofNullable(BY_ROUTE.get(name + path))
        .or(() -> Optional.ofNullable(BY_ROUTE.get("*" + path)));
  }
}
