package io.gazetteer.worker.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.worker.runtime.connect.Introspectors;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every kind of database must give; written once, run against each of them. */
public abstract class IntrospectionContract {

  protected String database = "";

  protected abstract SourceServer server();

  protected abstract String awkwardScript();

  protected abstract List<Relation> awkwardRelations(String dbName);

  /** A statement that makes a table, in the schema that is default there. */
  protected abstract String createTable(String name, String columns);

  protected abstract int mostColumns();

  @BeforeEach
  void makeDatabase() {
    database = server().newDatabase();
  }

  @Test
  void readsAnAwkwardSchemaExactly() throws Exception {
    server().runScript(database, awkwardScript());

    Map<String, Relation> found = byName(relations(readAll()));

    Map<String, Relation> expected = byName(awkwardRelations(database));
    assertThat(found.keySet()).isEqualTo(expected.keySet());
    expected.forEach((name, relation) -> assertThat(found.get(name)).isEqualTo(relation));
  }

  @Test
  void listsWhatItReads() throws Exception {
    server().runScript(database, awkwardScript());

    try (Connection connection = server().open(database)) {
      Listing listing = introspector().list(connection, database);

      assertThat(listing.nothingVisible()).isFalse();
      assertThat(listing.relations())
          .extracting(ref -> ref.schema() + "." + ref.name())
          .containsExactlyInAnyOrderElementsOf(byName(awkwardRelations(database)).keySet());
    }
  }

  @Test
  void readsTheWidestTablesThereCanBe() throws Exception {
    String columns =
        IntStream.rangeClosed(1, mostColumns())
            .mapToObj(number -> "c" + number + " int")
            .collect(Collectors.joining(", "));
    server().execute(database, createTable("wide", columns));

    List<Relation> found = relations(readAll());

    assertThat(found.getFirst().columns()).hasSize(mostColumns());
    assertThat(found.getFirst().columns().getLast().name()).isEqualTo("c" + mostColumns());
    assertThat(found.getFirst().columns().getLast().position()).isEqualTo(mostColumns());
  }

  @Test
  void aTableDroppedSinceTheListingIsGoneAndTheOthersAreFound() throws Exception {
    server().execute(database, createTable("stays", "a int"), createTable("goes", "a int"));

    List<ReadOutcome> outcomes = listThenRead(() -> server().execute(database, "drop table goes"));

    assertThat(named(outcomes, ReadOutcome.Found.class)).containsExactly("stays");
    assertThat(named(outcomes, ReadOutcome.Gone.class)).containsExactly("goes");
  }

  @Test
  void anEmptyDatabaseIsEmptyAndNotHidden() throws Exception {
    try (Connection connection = server().open(database)) {
      assertThat(introspector().list(connection, database))
          .isEqualTo(new Listing(List.of(), false));
    }
  }

  @Test
  void theNumberOfStatementsDoesNotDependOnTheSizeOfTheBatch() throws Exception {
    server().execute(database, createTable("t0", "a int"));
    int forOne = statementsOfARead();
    String[] more =
        IntStream.rangeClosed(1, 60)
            .mapToObj(number -> createTable("t" + number, "a int, b int"))
            .toArray(String[]::new);
    server().execute(database, more);

    assertThat(statementsOfARead()).isEqualTo(forOne).isLessThanOrEqualTo(10);
  }

  /** How many statements one read of everything takes, counted outside of our code. */
  protected abstract int statementsOfARead() throws Exception;

  protected Introspector introspector() {
    return Introspectors.of(server().kind());
  }

  /** Something that happens between the listing and the reading. */
  protected interface Meanwhile {
    void happen() throws Exception;
  }

  protected List<ReadOutcome> readAll() throws Exception {
    return listThenRead(() -> {});
  }

  protected List<ReadOutcome> listThenRead(Meanwhile meanwhile) throws Exception {
    try (Connection connection = server().open(database)) {
      return listThenRead(connection, meanwhile);
    }
  }

  protected List<ReadOutcome> listThenRead(Connection connection, Meanwhile meanwhile)
      throws Exception {
    List<RelationRef> batch = introspector().list(connection, database).relations();
    meanwhile.happen();
    List<ReadOutcome> outcomes = new ArrayList<>();
    introspector().read(connection, database, batch, outcomes::add);
    assertThat(outcomes).extracting(ReadOutcome::ref).containsExactlyInAnyOrderElementsOf(batch);
    return outcomes;
  }

  protected static List<String> named(
      List<ReadOutcome> outcomes, Class<? extends ReadOutcome> type) {
    return outcomes.stream().filter(type::isInstance).map(outcome -> outcome.ref().name()).toList();
  }

  /** How many foreign keys of others point at each relation that was found. */
  protected static Map<String, Integer> references(List<ReadOutcome> outcomes) {
    return outcomes.stream()
        .map(ReadOutcome.Found.class::cast)
        .collect(
            Collectors.toMap(found -> found.relation().name(), ReadOutcome.Found::referencedBy));
  }

  /** Those found, without the estimates, which nobody can foresee. */
  protected static List<Relation> relations(List<ReadOutcome> outcomes) {
    return outcomes.stream()
        .map(outcome -> ((ReadOutcome.Found) outcome).relation())
        .map(IntrospectionContract::withoutEstimate)
        .toList();
  }

  private static Relation withoutEstimate(Relation found) {
    return new Relation(
        found.schema(),
        found.name(),
        found.kind(),
        found.comment(),
        null,
        found.columns(),
        found.primaryKey(),
        found.uniqueConstraints(),
        found.foreignKeys(),
        found.indexes(),
        found.checkConstraints(),
        found.exclusionConstraints(),
        found.partitionOf(),
        found.partitionKey(),
        found.inherits(),
        found.hasChildren(),
        found.extension(),
        found.viewDefinition(),
        found.unknown());
  }

  private static Map<String, Relation> byName(Collection<Relation> relations) {
    return relations.stream()
        .collect(
            Collectors.toMap(
                relation -> relation.schema() + "." + relation.name(), Function.identity()));
  }
}
