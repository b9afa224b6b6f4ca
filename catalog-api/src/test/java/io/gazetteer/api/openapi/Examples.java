package io.gazetteer.api.openapi;

import static io.gazetteer.api.testing.Relations.table;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.common.index.IndexAlias;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the examples of the description, with ids and tokens that exist. */
final class Examples implements AutoCloseable {
  private static final String SCHEMA = "public";
  private static final String TABLE = "customer";
  private static final String COLUMN = "email";

  /** Nobody is there. */
  private static final String RECEIVER = "https://hooks.example/gazetteer";

  private final TestApi api;
  private final RegisteredDataSources sources;
  private final CrawlRows crawls;
  private final UUID shop;

  /** With the database that the examples are about. */
  Examples(TestApi api) {
    this.api = api;
    this.sources = new RegisteredDataSources(api);
    this.crawls = new CrawlRows(api);
    this.shop = sources.crawled("shop");
    new TestIndex(api).write(shop, List.of(table(SCHEMA, TABLE, COLUMN)));
  }

  /** Takes away what other tests could find. */
  @Override
  public void close() throws IOException {
    delete(IndexAlias.TABLES, DocumentIds.table(shop, SCHEMA, TABLE));
    delete(IndexAlias.COLUMNS, DocumentIds.column(shop, SCHEMA, TABLE, COLUMN));
    api.call("DELETE", "/api/abbreviations", null);
    for (JsonNode webhook : api.get("/api/webhooks").json().path("webhooks")) {
      if (webhook.path("url").asString().equals(RECEIVER)) {
        api.call("DELETE", "/api/webhooks/" + webhook.path("id").asString(), null);
      }
    }
  }

  private void delete(IndexAlias index, String id) throws IOException {
    var request = new Request("DELETE", "/%s/_doc/%s".formatted(index.alias(), id));
    request.addParameter("routing", shop.toString());
    request.addParameter("refresh", "true");
    api.bean(Rest5Client.class).performRequest(request);
  }

  Answer send(Described route) {
    var sides = route.path().equals("/api/compare") ? "&left=%1$s&right=%1$s".formatted(shop) : "";
    // The history of the example has just begun.
    var query = query(route, "as_of", "left_as_of", "right_as_of") + sides;
    return api.callAs(token(route), route.method(), path(route) + query, body(route));
  }

  /** With an id of something that is there. */
  String path(Described route) {
    return route.path().contains("{") ? route.path().replace("{id}", id(route)) : route.path();
  }

  private String id(Described route) {
    return switch (route.toString()) {
      case "DELETE /api/db-credentials/{id}",
          "PATCH /api/db-credentials/{id}",
          "POST /api/db-credentials/{id}/crawls" ->
          sources.crawled("example-" + UUID.randomUUID()).toString();
      case "POST /api/crawls/{id}/cancel" -> crawl("PENDING").toString();
      case "POST /api/crawls/{id}/confirm" -> crawl("HELD").toString();
      case "DELETE /api/tokens/{id}" -> tokenOfMine();
      default ->
          switch (route.path().split("/", -1)[2]) {
            case "crawls" -> crawls.newest(shop).toString();
            case "users" -> user();
            case "webhooks" -> webhook();
            case "dead-letters" -> "gazetteer.crawl.batch:0:0";
            default -> shop.toString();
          };
    };
  }

  private UUID crawl(String state) {
    var source = sources.register("example-" + UUID.randomUUID());
    if (!state.equals("PENDING")) {
      sources.endCrawl(source, state);
    }
    return crawls.newest(source);
  }

  private String tokenOfMine() {
    return api.post("/api/tokens", Map.of("name", "example", "role", "viewer"))
        .json()
        .path("id")
        .asString();
  }

  private String webhook() {
    return api.post("/api/webhooks", Map.of("url", RECEIVER)).json().path("id").asString();
  }

  private String user() {
    var name = api.addUser("viewer");
    return api.bean(JdbcClient.class)
        .sql("select id::text from app_user where username = :name")
        .param("name", name)
        .query(String.class)
        .single();
  }

  private String token(Described route) {
    if (!route.toString().equals("POST /api/auth/password")) {
      return api.token();
    }
    return logIn(route.example().path("current_password")).path("access_token").asString();
  }

  private JsonNode logIn(JsonNode password) {
    var name = "example-" + UUID.randomUUID();
    addUser(name, password.asString());
    return api.logIn(name, password.asString()).json();
  }

  private void addUser(String name, String password) {
    api.post("/api/users", Map.of("username", name, "password", password, "role", "viewer"));
  }

  private @Nullable Object body(Described route) {
    var example = route.example();
    return switch (route.toString()) {
      case "POST /api/auth/refresh", "POST /api/auth/logout" ->
          Map.of(
              "refresh_token",
              logIn(JsonMapper.shared().valueToTree(TestApi.USER_PASSWORD))
                  .path("refresh_token")
                  .asString());
      case "POST /api/auth/login" -> {
        addUser(example.path("username").asString(), example.path("password").asString());
        yield example;
      }
      default -> route.takesBody() ? example : null;
    };
  }

  /** The query of the examples, without these parameters. */
  static String query(Described route, String... without) {
    return route
        .queryParameters()
        .filter(parameter -> !List.of(without).contains(parameter.path("name").asString()))
        .flatMap(Examples::values)
        .collect(Collectors.joining("&", "?", ""));
  }

  private static Stream<String> values(JsonNode parameter) {
    var example = parameter.path("example");
    var values = example.isArray() ? example.valueStream() : Stream.of(example);
    return values
        .filter(value -> !value.isMissingNode())
        .map(
            value ->
                parameter.path("name").asString()
                    + "="
                    + URLEncoder.encode(value.asString(), StandardCharsets.UTF_8));
  }
}
