package io.gazetteer.api.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.CrawlRows;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.Description;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.Relations;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every route, every role, every field: who may call, and who sees what, is as it is declared. */
class RightsIT {
  private static final TestApi API = TestApi.shared();
  private static final DeclaredRights RIGHTS = DeclaredRights.read();
  private static final JsonNode DESCRIPTION = Description.committed().document();
  private static final String NAME = "rights_" + UUID.randomUUID().toString().substring(0, 8);
  private static final String MANY = "rights_many_" + UUID.randomUUID().toString().substring(0, 8);

  /** What only editors may know of a database; viewers must not find it in any answer. */
  private static final Pattern OF_EDITORS =
      Pattern.compile(
          "(?<![0-9a-f])54871(?![0-9a-f])|rights_user|PT77H|Antarctica|rights_filter|SQLSTATE");

  private static final List<DeclaredRights.Caller> CALLERS = new ArrayList<>();
  private static UUID source = new UUID(0, 0);
  private static UUID crawl = new UUID(0, 0);

  @BeforeAll
  static void registerWhatThereIsToSee() {
    source = register(NAME, "rights-one.example");
    register(MANY, "rights-one.example");
    register(MANY, "rights-two.example");
    var sources = new RegisteredDataSources(API);
    var rows = new CrawlRows(API);
    crawl = rows.newest(source);
    rows.set(
        crawl,
        "state = 'PARTIAL'",
        "started_at = now() - interval '1 hour'",
        "finished_at = now() - interval '59 minutes'",
        "batches_total = 1",
        "batches_remaining = 0",
        "columns_total = 1",
        "error_code = 'some_failed'",
        "error_message = 'Some could not be read (SQLSTATE 42501, 0)'");
    rows.failure(crawl, "rights", "secret_table");
    rows.schema(crawl, "rights", 1, 1, 0, 0, 0, 0);
    assertThat(sources.name(source)).isEqualTo(NAME);
    new TestIndex(API).write(source, List.of(Relations.table("rights", "rightsprobe", "id", "b")));
    addCallers();
  }

  private static UUID register(String name, String hostname) {
    var body = Credentials.named(name);
    body.put("hostname", hostname);
    body.put("port", 54_871);
    body.put("username", "rights_user");
    body.put("schedule", "PT77H");
    body.put("time_zone", "Antarctica/Troll");
    body.put("filters", Map.of("exclude_tables", List.of("rights_filter_*")));
    var answer = API.post("/api/db-credentials", body);
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return UUID.fromString(answer.json().path("id").asString());
  }

  private static void addCallers() {
    CALLERS.clear();
    CALLERS.add(new DeclaredRights.Caller("nobody", Optional.empty(), false, ""));
    for (Role role : Role.values()) {
      var name = role.jsonName();
      var session = API.tokenOf(name);
      var wish = Map.of("name", "rights-" + name, "role", name);
      var made = API.callAs(session, "POST", "/api/tokens", wish).json();
      CALLERS.add(new DeclaredRights.Caller(name, Optional.of(role), false, session));
      CALLERS.add(
          new DeclaredRights.Caller(
              name + "'s token", Optional.of(role), true, made.path("token").asString()));
    }
  }

  @Test
  void theListHasEveryRouteWithTheRuleThatHolds() {
    var held =
        AccessRules.ALL.stream()
            .filter(rule -> !rule.path().equals("/error"))
            .collect(
                Collectors.toMap(
                    rule -> rule.method() + " " + rule.path(),
                    rule -> Optional.ofNullable(rule.least()) + " " + rule.personal()));
    var declared =
        RIGHTS.routes().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    route -> route.getValue().least() + " " + route.getValue().peopleOnly()));
    assertThat(declared).isEqualTo(held);
  }

  @Test
  void theListHasEveryFieldThatIsDescribed() {
    var described = new LinkedHashMap<String, Set<String>>();
    RIGHTS.routes().keySet().forEach(route -> described.put(route, describedFields(route)));
    var declared =
        RIGHTS.routes().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().fields().keySet()));
    assertThat(declared).isEqualTo(described);
    assertThat(RIGHTS.problems().keySet())
        .isEqualTo(
            FieldPaths.ofSchema(DESCRIPTION, DESCRIPTION.at("/components/schemas/ProblemAnswer")));
    int fields = described.values().stream().mapToInt(Set::size).sum();
    System.out.printf(
        "Rights: %d routes x %d callers; %d fields x %d roles%n",
        described.size(), CALLERS.size(), fields, Role.values().length);
  }

  private static Set<String> describedFields(String route) {
    var parts = route.split(" ", 2);
    var operation =
        DESCRIPTION.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    var fields = new TreeSet<String>();
    operation
        .path("responses")
        .properties()
        .forEach(
            response -> {
              if (response.getKey().startsWith("2")) {
                response.getValue().path("content").properties().stream()
                    .filter(content -> content.getKey().matches(".*(json|event-stream)"))
                    .forEach(
                        content ->
                            fields.addAll(
                                FieldPaths.ofSchema(
                                    DESCRIPTION, content.getValue().path("schema"))));
              }
            });
    return fields;
  }

  @Test
  void everyCallerGetsWhatTheListSaysAndNothingElse() {
    int checked = 0;
    for (String route : RIGHTS.routes().keySet()) {
      for (DeclaredRights.Caller caller : CALLERS) {
        for (String query : isTooMuch(route, caller) ? List.<String>of() : queries(route)) {
          checked += check(route, caller, call(route, caller, query));
        }
      }
    }
    assertThat(checked).isGreaterThan(1500);
    System.out.printf("Rights: %d fields of answers were compared%n", checked);
  }

  @Test
  void anAnswerThatIsKeptForOneRoleIsNotForAnother() {
    var answers =
        List.of(
            "/api/db-schema?db_name=" + NAME,
            "/api/search-table?table_name=rightsprobe&db_name=" + NAME);
    for (String path : answers) {
      for (int round = 0; round < 2; round++) {
        assertThat(API.get(path).json().path("port").asInt()).isEqualTo(54_871);
        var seen = API.callAs(API.tokenOf("viewer"), "GET", path, null);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.json().has("port")).as(path).isFalse();
        assertThat(seen.header("ETag")).isNotEmpty().isNotEqualTo(API.get(path).header("ETag"));
      }
    }
  }

  @Test
  void viewersDoNotFindAPortByAskingForIt() {
    for (String path :
        List.of(
            "/api/search?q=rightsprobe",
            "/api/suggest?q=rightspr",
            "/api/diagram?db_name=" + NAME,
            "/api/db-schema?db_name=" + NAME,
            "/api/search-table?table_name=rightsprobe&db_name=" + NAME)) {
      for (int port : new int[] {54_871, 54_872}) {
        var answer = API.callAs(API.tokenOf("viewer"), "GET", path + "&port=" + port, null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.wrongFields()).containsExactly("port");
      }
      assertThat(API.callAs(API.tokenOf("editor"), "GET", path + "&port=54871", null).status())
          .isEqualTo(200);
    }
  }

  /** What leads to an answer with something in it, and to problems that name databases. */
  private static List<String> queries(String route) {
    return switch (route) {
      case "GET /api/search" ->
          List.of("?q=rightsprobe&explain=true", "?q=rightsprobe&port=54871", "?q=type:");
      case "GET /api/suggest" -> List.of("?q=rightspr");
      case "GET /api/diagram" ->
          List.of(
              "?format=json&table=rightsprobe&db_name=" + NAME,
              "?format=json&db_name=" + NAME,
              "?db_name=" + NAME,
              "?db_name=" + MANY);
      case "GET /api/db-schema" ->
          List.of("?db_name=" + NAME, "?db_name=" + MANY, "?db_name=" + MANY + "&port=54871");
      case "GET /api/search-table" ->
          List.of(
              "?table_name=rightsprobe&db_name=" + NAME, "?table_name=rightsprobe&db_name=" + MANY);
      default -> List.of("");
    };
  }

  private static Answer call(String route, DeclaredRights.Caller caller, String query) {
    var parts = route.split(" ", 2);
    boolean changes = !parts[0].equals("GET");
    var id = changes ? UUID.randomUUID() : parts[1].startsWith("/api/crawls") ? crawl : source;
    var path = parts[1].replace("{id}", id.toString()) + query;
    var headers = new LinkedHashMap<String, String>();
    if (!caller.token().isEmpty()) {
      headers.put("Authorization", "Bearer " + caller.token());
    }
    if (changes) {
      headers.put("Content-Type", "application/json");
    }
    return API.send(parts[0], path, changes ? "{}" : null, headers);
  }

  /** Other tests crawl, which a rebuild of the index holds up. */
  private static boolean isTooMuch(String route, DeclaredRights.Caller caller) {
    return route.equals("POST /api/index/rebuild")
        && caller.role().filter(Role.ADMIN::equals).isPresent();
  }

  private static int check(String route, DeclaredRights.Caller caller, Answer answer) {
    var declared = Objects.requireNonNull(RIGHTS.routes().get(route));
    boolean refused = answer.status() == 401 || answer.status() == 403;
    boolean isOfTokens = Set.of("POST /api/auth/refresh", "POST /api/auth/login").contains(route);
    if (!isOfTokens) {
      assertThat(refused)
          .as("%s as %s is refused: %s", route, caller, answer)
          .isEqualTo(!declared.allows(caller));
    }
    boolean isViewer = caller.role().filter(role -> role.includes(Role.EDITOR)).isEmpty();
    if (isViewer) {
      assertThat(answer.text()).as("%s as %s", route, caller).doesNotContainPattern(OF_EDITORS);
      assertThat(answer.headers().map().toString()).doesNotContainPattern(OF_EDITORS);
    }
    var fields = answer.status() < 300 ? declared.fields() : RIGHTS.problems();
    if (fields.isEmpty() || route.equals("POST /mcp")) {
      // The description of the API itself, and a protocol that others describe.
      return 0;
    }
    int checked = 0;
    for (JsonNode body : bodies(answer)) {
      for (String field : FieldPaths.ofAnswer(body)) {
        var least = least(fields, field);
        assertThat(least).as("%s of %s is declared", field, route).isPresent();
        var role = caller.role().orElse(Role.VIEWER);
        assertThat(role.includes(least.get()))
            .as("%s sees %s of %s", caller, field, route)
            .isTrue();
        checked++;
      }
    }
    return checked;
  }

  /** Finds the declared field, or the map or the object of any kind that it is in. */
  private static Optional<Role> least(Map<String, Role> fields, String field) {
    return Stream.iterate(field, path -> !path.isEmpty(), RightsIT::above)
        .flatMap(path -> fields.entrySet().stream().filter(one -> matches(one.getKey(), path)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static boolean matches(String declared, String path) {
    return declared.equals(path)
        || (declared.contains("*")
            && path.matches(
                Stream.of(declared.split("\\*", -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining("[^.]*"))));
  }

  private static String above(String path) {
    int end = path.lastIndexOf('.');
    return end < 0 ? "" : path.substring(0, end);
  }

  private static List<JsonNode> bodies(Answer answer) {
    var type = answer.header("Content-Type");
    if (type.contains("json") && !answer.text().isEmpty()) {
      return answer.text().startsWith("{")
          ? List.of(JsonMapper.shared().readTree(answer.text()))
          : List.of();
    }
    return type.contains("event-stream")
        ? answer
            .text()
            .lines()
            .filter(line -> line.startsWith("data: "))
            .map(line -> JsonMapper.shared().readTree(line.substring(6)))
            .toList()
        : List.of();
  }
}
