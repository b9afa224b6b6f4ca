package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.servers.mysql.EmbeddedMySql;
import io.gazetteer.worker.index.documents.DescribedRelation;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.SourceServer;
import io.gazetteer.worker.introspect.SourceServers;
import io.gazetteer.worker.runtime.connect.Introspectors;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every rule that a database enforces shows, makes the fingerprint another one when it changes, and
 * its change is told by its name. The end prints how many of the cases are right on which server.
 */
class RulesOfDatabasesIT {
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
  private static final Pattern VERSION =
      Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)(?:\\.(\\d+))?");
  private static final List<Mark> MARKS = new ArrayList<>();

  /** How many cases of a server are right. */
  private static final class Mark {
    private final String server;
    private final List<String> waiting = new ArrayList<>();
    private int right;
    private int all;

    Mark(String server) {
      this.server = server;
    }

    @Override
    public String toString() {
      return server
          + ": "
          + right
          + " of "
          + all
          + " rules right"
          + (waiting.isEmpty() ? "" : "; for a newer server wait " + String.join(", ", waiting));
    }
  }

  @TestFactory
  Stream<DynamicContainer> showAndAreTold() throws Exception {
    var containers = new ArrayList<DynamicContainer>();
    containers.add(container("PostgreSQL", SourceServers::postgres, PostgresRules.all()));
    containers.add(container("MariaDB", SourceServers::mariaDb, MySqlRules.ofMariaDb()));
    if (EmbeddedMySql.isAvailable()) {
      containers.add(container("MySQL", SourceServers::mySql, MySqlRules.ofMySql()));
    }
    return containers.stream();
  }

  @AfterAll
  static void print() {
    MARKS.forEach(System.out::println);
  }

  private static DynamicContainer container(
      String name, Supplier<SourceServer> servers, List<RuleCase> cases) throws Exception {
    var server = servers.get();
    var database = server.newDatabase();
    try (var connection = server.open(database)) {
      var text = connection.getMetaData().getDatabaseProductVersion();
      var mark = new Mark(name + " " + text);
      MARKS.add(mark);
      return DynamicContainer.dynamicContainer(
          name, tests(server, database, connection, cases, version(text), mark));
    }
  }

  private static int[] version(String text) {
    var found = VERSION.matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return Stream.of(
            found.group(1), found.group(2), Objects.requireNonNullElse(found.group(3), "0"))
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** Makes all tables, reads them, changes all, and reads again: a few statements for all cases. */
  private static List<DynamicTest> tests(
      SourceServer server,
      String database,
      Connection connection,
      List<RuleCase> cases,
      int[] version,
      Mark mark)
      throws Exception {
    var tables = new HashMap<RuleCase, String>();
    for (RuleCase one : cases) {
      if (one.isFor(version)) {
        tables.put(one, "t" + tables.size());
      } else {
        mark.waiting.add(one.name());
      }
    }
    for (var one : tables.entrySet()) {
      server.execute(database, one.getKey().madeFor(one.getValue()).toArray(String[]::new));
    }
    var before = read(server, database, connection);
    for (var one : tables.entrySet()) {
      server.execute(database, one.getKey().alteredFor(one.getValue()).toArray(String[]::new));
    }
    var after = read(server, database, connection);
    mark.all = tables.size();
    return cases.stream()
        .filter(tables::containsKey)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.name(),
                    () -> {
                      check(one, Objects.requireNonNull(tables.get(one)), before, after);
                      mark.right++;
                    }))
        .toList();
  }

  private static Map<String, Relation> read(
      SourceServer server, String database, Connection connection) throws Exception {
    var introspector = Introspectors.of(server.kind());
    var found = new HashMap<String, Relation>();
    introspector.read(
        connection,
        database,
        introspector.list(connection, database).relations(),
        outcome -> {
          assertThat(outcome).isInstanceOf(ReadOutcome.Found.class);
          var relation = ((ReadOutcome.Found) outcome).relation();
          found.put(relation.name(), relation);
        });
    return found;
  }

  private static void check(
      RuleCase one, String table, Map<String, Relation> before, Map<String, Relation> after) {
    var was = Objects.requireNonNull(before.get(one.tableFor(table)));
    var is = Objects.requireNonNull(after.get(one.tableFor(table)));
    JsonNode json = JSON.valueToTree(was);
    one.shownFor(table)
        .forEach(
            (pointer, expected) ->
                assertThat(json.at(pointer))
                    .as(pointer + " of " + json)
                    .isEqualTo(JSON.readTree(expected)));
    var described = describe(was);
    var known = describe(is).filledFrom(was);
    assertThat(RelationDiff.between(was, known.relation()))
        .extracting(RelationChange::change)
        .containsExactlyInAnyOrderElementsOf(one.told());
    if (!one.told().isEmpty()) {
      assertThat(known.fingerprint()).isNotEqualTo(described.fingerprint());
    }
  }

  private static DescribedRelation describe(Relation relation) {
    return DescribedRelation.of(new UUID(0, 0), relation, 0);
  }
}
