package io.gazetteer.api.identity.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccessIT {
  private static final List<String> ROLES = List.of("viewer", "editor", "admin");
  private static final String JSON = "application/json";

  private final TestApi api = TestApi.shared();
  private final List<Routes.Route> routes = Routes.of(api);

  @Test
  void everyRouteHasARuleAndEveryRuleARoute() {
    assertThat(routes).hasSizeGreaterThan(25);
    assertThat(routes)
        .as("routes that nobody may use, since AccessRules does not name them")
        .allMatch(route -> AccessRules.find(route.method(), route.path()).isPresent());
    assertThat(AccessRules.ALL)
        .as("rules of routes that are gone")
        .allMatch(rule -> routes.contains(new Routes.Route(rule.method(), rule.path())));
  }

  @Test
  void deniesEveryRouteToWhoeverMayNotUseIt() {
    var softly = new SoftAssertions();
    for (Routes.Route route : routes) {
      softly
          .assertThat(call(route, Map.of("Content-Type", JSON)).status() == 401)
          .as("%s without a token is refused", route)
          .isEqualTo(!route.rule().isOpen());
      for (String role : ROLES) {
        if (isHarmless(route, role)) {
          softly
              .assertThat(List.of(401, 403).contains(callAs(role, route).status()))
              .as("%s as %s is refused", route, role)
              .isEqualTo(!mayCall(role, route.rule()));
        }
      }
    }
    softly.assertAll();
  }

  /** Other tests crawl, which a rebuild of the index holds up. */
  private static boolean isHarmless(Routes.Route route, String role) {
    return !(role.equals("admin") && route.path().equals("/api/index/rebuild"));
  }

  static boolean mayCall(String role, AccessRule rule) {
    return rule.least() == null || ROLES.indexOf(role) >= ROLES.indexOf(rule.least().jsonName());
  }

  @Test
  void letsViewersReadSchemasAndChangeNothing() {
    var viewers = routes.stream().filter(route -> mayCall("viewer", route.rule()));
    assertThat(viewers.filter(route -> !route.rule().isOpen()).map(Routes.Route::toString))
        .allMatch(
            route ->
                route.matches(
                        "GET /api/(search|suggest|find|joins|dependents|compare|changes|databases|abbreviations|db-schema|crawls|auth|tokens|diagram|db-cred.*/c).*")
                    || route.matches("POST /(mcp|api/(auth/password|tokens))")
                    || route.equals("DELETE /api/tokens/{id}")
                    || route.equals("DELETE /api/auth/sessions/{id}"),
            "reads, or is about the viewer alone");
    assertThat(
            routes.stream()
                .filter(route -> route.path().matches("/api/(users|audit|sign|encr|webh).*")))
        .isNotEmpty()
        .noneMatch(route -> mayCall("editor", route.rule()));
  }

  @Test
  void doesNothingForWhoeverMayNotAskForIt() {
    var viewer = api.tokenOf("viewer");
    var source = new RegisteredDataSources(api).crawled("guarded-" + UUID.randomUUID());
    await().until(() -> count("scheduled_tasks where task_name = 'outbox'") == 0);
    var before = everything(source);
    for (Routes.Route route : routes) {
      if (route.changesSomething() && !route.rule().isOpen()) {
        attempt(route, source, "Bearer abc.def.ghi");
        if (!mayCall("viewer", route.rule())) {
          attempt(route, source, "Bearer " + viewer);
        }
      }
    }

    assertThat(everything(source)).isEqualTo(before);
  }

  private void attempt(Routes.Route route, UUID source, String authorization) {
    var headers = Map.of("Content-Type", JSON, "Authorization", authorization);
    var path = route.path().replace("{id}", source.toString());
    var body = route.path().equals("/api/db-credentials") ? Credentials.any() : Map.of();
    assertThat(api.send(route.method(), path, body, headers).status())
        .as("%s", route)
        .isIn(401, 403);
  }

  /** All that a call could write, messages to be sent included. */
  private List<Object> everything(UUID source) {
    return List.of(
        count("data_source"),
        count("app_user"),
        count("login_session"),
        count("refresh_token where used_at is null"),
        count("signing_key"),
        count("audit_event"),
        count("index_rebuild"),
        count("dead_letter_handled"),
        count("webhook"),
        count("scheduled_tasks where task_name = 'outbox'"),
        count("crawl where data_source_id = '" + source + "'"),
        jdbc()
            .sql("select d::text from data_source d where id = :id")
            .param("id", source)
            .query(String.class)
            .single());
  }

  private long count(String rows) {
    return jdbc().sql("select count(*) from " + rows).query(Long.class).single();
  }

  private JdbcClient jdbc() {
    return api.bean(JdbcClient.class);
  }

  private Answer callAs(String role, Routes.Route route) {
    var token = api.tokenOf(role);
    return call(route, Map.of("Content-Type", JSON, "Authorization", "Bearer " + token));
  }

  private Answer call(Routes.Route route, Map<String, String> headers) {
    return api.send(
        route.anyMethod(), route.anyPath(), route.changesSomething() ? "[]" : null, headers);
  }
}
