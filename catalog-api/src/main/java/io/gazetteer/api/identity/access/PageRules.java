package io.gazetteer.api.identity.access;

import static io.gazetteer.api.identity.access.AccessRule.admin;
import static io.gazetteer.api.identity.access.AccessRule.administrator;
import static io.gazetteer.api.identity.access.AccessRule.editor;
import static io.gazetteer.api.identity.access.AccessRule.open;
import static io.gazetteer.api.identity.access.AccessRule.person;
import static io.gazetteer.api.identity.access.AccessRule.viewer;

import java.util.List;

/** Says who may look at which page, and use its forms. A page that is not here is denied. */
public final class PageRules {
  public static final List<AccessRule> ALL =
      List.of(
          open("GET", "/static/{file}"),
          open("GET", "/sign-in"),
          open("POST", "/sign-in"),
          open("GET", "/sign-in/issuer"),
          open("GET", "/sign-in/issuer/back"),
          open("GET", "/welcome"),
          open("POST", "/welcome"),
          viewer("POST", "/sign-out"),
          viewer("GET", "/"),
          viewer("GET", "/search"),
          viewer("GET", "/search.csv"),
          viewer("GET", "/search.jsonl"),
          viewer("GET", "/suggestions"),
          viewer("GET", "/db/{database}/{schema}/{table}"),
          viewer("GET", "/table"),
          viewer("GET", "/db/{database}/diagram"),
          viewer("GET", "/changes"),
          viewer("GET", "/changes.atom"),
          viewer("GET", "/changes.json"),
          viewer("GET", "/compare"),
          viewer("GET", "/past"),
          viewer("GET", "/access-token"),
          person("GET", "/account"),
          person("POST", "/account/password"),
          person("POST", "/account/tokens"),
          person("POST", "/account/sessions/{id}/end"),
          person("POST", "/account/tokens/{id}/revoke"),
          admin("GET", "/admin"),
          admin("GET", "/admin/users"),
          administrator("POST", "/admin/users"),
          admin("GET", "/admin/users/{id}"),
          administrator("POST", "/admin/users/{id}"),
          administrator("POST", "/admin/users/{id}/delete"),
          admin("GET", "/admin/tokens"),
          administrator("POST", "/admin/tokens/{id}/revoke"),
          admin("GET", "/admin/audit"),
          admin("GET", "/admin/audit.csv"),
          admin("GET", "/admin/audit.jsonl"),
          admin("GET", "/admin/index"),
          admin("GET", "/admin/index/live"),
          admin("POST", "/admin/index/rebuild"),
          admin("GET", "/admin/abbreviations"),
          admin("POST", "/admin/abbreviations"),
          admin("POST", "/admin/abbreviations/reset"),
          admin("GET", "/admin/webhooks"),
          administrator("POST", "/admin/webhooks"),
          admin("GET", "/admin/webhooks/{id}"),
          administrator("POST", "/admin/webhooks/{id}"),
          admin("POST", "/admin/webhooks/{id}/test"),
          admin("POST", "/admin/webhooks/{id}/delete"),
          admin("GET", "/admin/dead-letters"),
          admin("POST", "/admin/dead-letters/replay"),
          admin("POST", "/admin/dead-letters/{id}/replay"),
          admin("POST", "/admin/dead-letters/{id}/discard"),
          admin("GET", "/admin/keys"),
          administrator("POST", "/admin/keys/encryption"),
          administrator("POST", "/admin/keys/encryption/{id}/drop"),
          administrator("POST", "/admin/keys/signing"),
          viewer("GET", "/databases"),
          viewer("GET", "/databases/{id}"),
          viewer("GET", "/databases/{id}/crawls/{crawl}"),
          viewer("GET", "/databases/{id}/crawls/{crawl}/live"),
          editor("GET", "/databases/new"),
          editor("POST", "/databases/new"),
          editor("GET", "/databases/server"),
          editor("POST", "/databases/server"),
          editor("GET", "/databases/{id}/edit"),
          editor("POST", "/databases/{id}/edit"),
          editor("GET", "/databases/{id}/delete"),
          editor("POST", "/databases/{id}/delete"),
          editor("POST", "/databases/{id}/test"),
          editor("POST", "/databases/{id}/crawl"),
          editor("POST", "/databases/{id}/crawls/{crawl}/cancel"),
          editor("POST", "/databases/{id}/crawls/{crawl}/confirm"));

  private PageRules() {}
}
