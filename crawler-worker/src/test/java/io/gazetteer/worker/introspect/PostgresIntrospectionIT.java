package io.gazetteer.worker.introspect;

import static io.gazetteer.common.relation.RelationKind.FOREIGN_TABLE;
import static io.gazetteer.common.relation.RelationKind.MATERIALIZED_VIEW;
import static io.gazetteer.common.relation.RelationKind.PARTITION;
import static io.gazetteer.common.relation.RelationKind.PARTITIONED_TABLE;
import static io.gazetteer.common.relation.RelationKind.TABLE;
import static io.gazetteer.common.relation.RelationKind.VIEW;
import static io.gazetteer.worker.introspect.RelationSpec.col;
import static io.gazetteer.worker.introspect.RelationSpec.foreignKey;
import static io.gazetteer.worker.introspect.RelationSpec.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.common.source.postgresql.PostgresSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PostgresIntrospectionIT extends IntrospectionContract {

  private static final String ODD = "Odd One";

  /** What shapes a text or ends a session, or only slows down. */
  private static final List<String> HOSTILE_SETTINGS =
      List.of(
          "quote_all_identifiers = on",
          "standard_conforming_strings = off",
          "bytea_output = 'escape'",
          "datestyle = 'German'",
          "intervalstyle = 'sql_standard'",
          "timezone = 'Asia/Kolkata'",
          "extra_float_digits = -15",
          "search_path = public",
          "default_transaction_isolation = 'serializable'",
          "default_transaction_deferrable = on",
          // Long enough for a login on a busy machine.
          "statement_timeout = '5s'",
          "lock_timeout = '5s'",
          "transaction_timeout = '5s'",
          "idle_in_transaction_session_timeout = '5s'",
          "idle_session_timeout = '5s'",
          "enable_indexscan = off");

  @Override
  protected SourceServer server() {
    return SourceServers.postgres();
  }

  @Override
  protected String awkwardScript() {
    return "awkward-postgresql.sql";
  }

  @Override
  protected String createTable(String name, String columns) {
    return "create table " + name + " (" + columns + ")";
  }

  @Override
  protected int mostColumns() {
    return 1600;
  }

  private SourceServer.Login loginWithoutRights(String dbName) throws SQLException {
    String role = "nobody_" + dbName;
    server().execute(dbName, "create role " + role + " login password 'none'");
    return new SourceServer.Login(role, "none");
  }

  @Override
  protected List<Relation> awkwardRelations(String dbName) {
    return Stream.concat(oddRelations(), oddNames()).map(RelationSpec::build).toList();
  }

  private static Stream<RelationSpec> oddRelations() {
    return Stream.of(
        parent(),
        child("child").hasChildren().foreignKey(childToParent()).foreignKey(childToParted()),
        child("heir").column("extra", "boolean", TypeFamily.BOOLEAN).inherits("Odd One.child"),
        parted(PARTITIONED_TABLE, "parted", "parted_pkey")
            .partitionKey("LIST (region)")
            .hasChildren(),
        parted(PARTITION, "parted_de", "parted_de_pkey").partitionOf("Odd One.parted"),
        parted(PARTITIONED_TABLE, "parted_rest", "parted_rest_pkey")
            .partitionOf("Odd One.parted")
            .partitionKey("RANGE (part_no)")
            .hasChildren(),
        parted(PARTITION, "parted_rest_1", "parted_rest_1_pkey").partitionOf("Odd One.parted_rest"),
        relation(VIEW, ODD, "view")
            .comment("Looks")
            .column("id", "bigint", TypeFamily.INTEGER)
            .column("called", "character varying(120)", TypeFamily.TEXT)
            .viewDefinition("SELECT id,\n    name AS called\n   FROM \"Odd One\".parent"),
        relation(MATERIALIZED_VIEW, ODD, "stored")
            .column("n", "bigint", TypeFamily.INTEGER)
            .index("stored_n", "btree", "n")
            .viewDefinition("SELECT count(*) AS n\n   FROM \"Odd One\".parent"),
        relation(FOREIGN_TABLE, ODD, "far").column("x", "xml", TypeFamily.DOCUMENT));
  }

  private static Stream<RelationSpec> oddNames() {
    return Stream.of(
        relation(TABLE, "public", "Case").column("a", "macaddr", TypeFamily.NETWORK),
        relation(TABLE, "public", "case")
            .column("b", "uuid", TypeFamily.UUID)
            .column("c", "bit(3)", TypeFamily.BINARY)
            .column("d", "point", TypeFamily.GEOMETRY)
            .column("e", "double precision", TypeFamily.FLOAT)
            .column("f", "jsonb", TypeFamily.DOCUMENT),
        relation(TABLE, "public", "🛒 quo\"ted")
            .column("new\nline", "integer", TypeFamily.INTEGER)
            .column("back\\slash\ttab", "text", TypeFamily.TEXT)
            .column(" ", "date", TypeFamily.TIME),
        relation(TABLE, "public", "no_columns"));
  }

  private static RelationSpec parent() {
    return relation(TABLE, ODD, "parent")
        .comment("Two\nlines, \"quoted\"")
        .column(col("id", "bigint", TypeFamily.INTEGER).notNull().identity(IdentityKind.ALWAYS))
        .column(
            col("name", "character varying(120)", TypeFamily.TEXT)
                .notNull()
                .byDefault("'it''s'::character varying")
                .comment("né 価格 🛒"))
        .column(
            col("mood", "\"Odd One\".mood", TypeFamily.ENUM)
                .byDefault("'ok'::\"Odd One\".mood")
                .values("sad", "ok", "it's fine"))
        .column(col("amount", "numeric(12,2)", TypeFamily.DECIMAL).notNull().byDefault("0.00"))
        .column(
            col("doubled", "numeric(13,2)", TypeFamily.DECIMAL)
                .generated("(amount * (2)::numeric)"))
        .column(col("tags", "text[]", TypeFamily.ARRAY).byDefault("'{}'::text[]"))
        .column(col("pos", "\"Odd One\".positive", TypeFamily.INTEGER).notNull())
        .column("home", "\"Odd One\".address", TypeFamily.OTHER)
        .column("span", "int4range", TypeFamily.RANGE)
        .column(col("seen", "timestamp(3) with time zone", TypeFamily.TIME).byDefault("now()"))
        .primaryKey("parent_pkey", "id")
        .unique("parent_name_key", "name")
        .check("amount_not_negative", "(amount >= (0)::numeric)")
        .index(IndexSpec.of("parent_cover", "amount").including("name").build())
        .index(
            IndexSpec.of("parent_lower", "lower(name::text)", "id")
                .unique()
                .where("(amount > (0)::numeric)")
                .build())
        .uniqueIndex("parent_name_key", "name")
        .primaryIndex("parent_pkey", "id");
  }

  private static RelationSpec child(String name) {
    return relation(TABLE, ODD, name)
        .column(col("region", "character(2)", TypeFamily.TEXT).notNull())
        .column(col("part_no", "integer", TypeFamily.INTEGER).notNull())
        .column("parent_id", "bigint", TypeFamily.INTEGER);
  }

  private static Relation.ForeignKey childToParent() {
    return foreignKey(
        "child_parent_id_fkey",
        List.of("parent_id"),
        List.of(ODD, "parent", "id"),
        ReferentialAction.CASCADE,
        ReferentialAction.SET_DEFAULT);
  }

  private static Relation.ForeignKey childToParted() {
    return foreignKey(
        "to_parted",
        List.of("region", "part_no"),
        List.of(ODD, "parted", "region", "part_no"),
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION);
  }

  private static RelationSpec parted(RelationKind kind, String name, String key) {
    return relation(kind, ODD, name)
        .column(col("region", "character(2)", TypeFamily.TEXT).notNull())
        .column(col("part_no", "integer", TypeFamily.INTEGER).notNull())
        .column("payload", "bytea", TypeFamily.BINARY)
        .primaryKey(key, "region", "part_no")
        .primaryIndex(key, "region", "part_no");
  }

  @Test
  void aTableRenamedSinceTheListingIsFoundUnderItsNewName() throws Exception {
    server().execute(database, createTable("before", "a int"));

    List<ReadOutcome> outcomes =
        listThenRead(() -> server().execute(database, "alter table before rename to later"));

    assertThat(relations(outcomes)).extracting(Relation::name).containsExactly("later");
    assertThat(named(outcomes, ReadOutcome.Found.class)).containsExactly("before");
  }

  @Test
  void aLockedTableCostsOnlyItself() throws Exception {
    server()
        .execute(
            database,
            createTable("locked", "a int check (a > 0)"),
            createTable("free", "a int check (a > 0)"),
            createTable("locked_but_plain", "a int default 7"),
            createTable("seen_through", "a int"),
            "create view through as select a from seen_through",
            "create view beside as select a from free");

    List<ReadOutcome> outcomes = readWhileAltering("locked", "locked_but_plain", "seen_through");

    assertThat(failures(outcomes)).containsExactlyInAnyOrder("locked: locked", "through: locked");
    assertThat(named(outcomes, ReadOutcome.Found.class))
        .containsExactlyInAnyOrder("free", "locked_but_plain", "seen_through", "beside");
  }

  private List<ReadOutcome> readWhileAltering(String... tables) throws Exception {
    try (Connection other = server().openAsOwner(database);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      for (String table : tables) {
        statement.execute("alter table " + table + " add column b int");
      }
      List<ReadOutcome> outcomes = readAll();
      other.rollback();
      return outcomes;
    }
  }

  @Test
  void aBrokenViewCostsOnlyItself() throws Exception {
    server()
        .execute(
            database,
            createTable("sound", "a int check (a > 0)"),
            "create function one() returns int language sql as 'select 1'",
            "create view broken as select one() as a",
            "create view whole as select a from sound",
            "delete from pg_proc where proname = 'one'");

    List<ReadOutcome> outcomes = readAll();

    assertThat(failures(outcomes)).containsExactly("broken: broken_view");
    assertThat(named(outcomes, ReadOutcome.Found.class))
        .containsExactlyInAnyOrder("sound", "whole");
  }

  private static List<String> failures(List<ReadOutcome> outcomes) {
    return outcomes.stream()
        .filter(ReadOutcome.Failed.class::isInstance)
        .map(ReadOutcome.Failed.class::cast)
        .map(failed -> failed.ref().name() + ": " + failed.code())
        .toList();
  }

  @Test
  void aThousandPartitionsCostNoFurtherStatement() throws Exception {
    server().execute(database, "create table p (a int primary key) partition by range (a)");
    int forOne = statementsOfARead();
    String[] partitions =
        IntStream.range(0, 1000)
            .mapToObj(PostgresIntrospectionIT::partition)
            .toArray(String[]::new);
    server().execute(database, partitions);

    assertThat(statementsOfARead()).isEqualTo(forOne);
    assertThat(relations(readAll()))
        .filteredOn(relation -> "public.p".equals(relation.partitionOf()))
        .hasSize(1000);
  }

  private static String partition(int n) {
    return "create table p%d partition of p for values from (%d) to (%d)".formatted(n, n, n + 1);
  }

  @Test
  void estimatesRowsOnlyWhereTheSourceDoes() throws Exception {
    server()
        .execute(
            database,
            createTable("counted", "a int"),
            createTable("uncounted", "a int"),
            "insert into counted select generate_series(1, 1000)",
            "analyze counted");

    assertThat(readAll())
        .extracting(outcome -> ((ReadOutcome.Found) outcome).relation())
        .extracting(Relation::name, Relation::rowEstimate)
        .containsExactlyInAnyOrder(tuple("counted", 1000L), tuple("uncounted", null));
  }

  @Test
  void countsTheForeignKeysOfOtherRelations() throws Exception {
    server()
        .execute(
            database,
            "create schema other",
            createTable("a", "id int primary key, up int references a"),
            createTable("b", "id int primary key references a"),
            createTable("other.c", "x int references a, y int references a, z int references b"),
            createTable("p", "id int primary key references a") + " partition by range (id)",
            partition(1),
            partition(2),
            createTable("d", "id int references p"));

    assertThat(references(readAll()))
        .isEqualTo(Map.of("a", 4, "b", 1, "c", 0, "p", 1, "p1", 0, "p2", 0, "d", 0));
  }

  @Test
  void aUserWithNoSchemaSeesNothing() throws Exception {
    server()
        .execute(
            database,
            "create schema closed",
            createTable("closed.t", "a int"),
            "revoke all on schema public from public");

    try (Connection connection = openWithoutRights()) {
      assertThat(introspector().list(connection, database).nothingVisible()).isTrue();
    }
  }

  @Test
  void aUserWithOneSchemaSeesTheDatabase() throws Exception {
    server().execute(database, createTable("t", "a int"), "grant usage on schema public to public");

    try (Connection connection = openWithoutRights()) {
      Listing listing = introspector().list(connection, database);

      assertThat(listing.nothingVisible()).isFalse();
      assertThat(listing.relations()).hasSize(1);
    }
  }

  @Test
  void readsTheSameWhateverTheDatabaseSets() throws Exception {
    server()
        .execute(
            database,
            createTable("Plain", "id int primary key"),
            createTable(
                "settable",
                "id int primary key,"
                    + " pause interval default '1 year 2 days 03:04:05',"
                    + " raw bytea default '\\x00ff',"
                    + " price money default 12.50,"
                    + " seen timestamptz default '2026-03-29 01:30:00+00',"
                    + " day date default '2026-12-01',"
                    + " half float8 default 0.1,"
                    + " path text default 'c:\\new' check (path <> 'it''s \\')"),
            "create view v as select id, pause, path from settable where path <> 'a\\b'");
    var before = relations(readAll());
    try {
      server()
          .execute(
              "postgres",
              HOSTILE_SETTINGS.stream()
                  .map(setting -> "alter database " + database + " set " + setting)
                  .toArray(String[]::new));

      assertThat(relations(readAll())).isEqualTo(before).hasSize(3);
      assertThat(limitsInATransaction()).isEqualTo("30s 1s 40s 0");
    } finally {
      server().execute("postgres", "alter database " + database + " reset all");
    }
  }

  private String limitsInATransaction() throws Exception {
    try (var connection = server().open(database);
        var statement = connection.createStatement()) {
      PostgresSession.of(connection).begin(statement);
      try (var row =
          statement.executeQuery(
              """
              select concat_ws(' ', current_setting('statement_timeout'),
                current_setting('lock_timeout'),
                current_setting('idle_in_transaction_session_timeout'),
                current_setting('transaction_timeout'))
              """)) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Test
  void namesThatAreNoUtf8StayTwo() throws Exception {
    server()
        .execute(
            database,
            "create database ascii_"
                + database
                + " encoding 'SQL_ASCII' template template0 lc_collate 'C' lc_ctype 'C'"
                + " locale_provider libc");
    var owner = database;
    database = "ascii_" + owner;
    try {
      server()
          .execute(
              database,
              createTable("fine", "id int primary key"),
              """
              do $$ begin
                execute format('create table public.%I (%I int)', 'caf' || chr(233), 'x' || chr(201));
                execute format('create table public.%I (id int)', 'caf' || chr(232));
                execute format('comment on table public.fine is %L', 'pr' || chr(233) || 'nom ü');
              end $$
              """);

      var found = relations(readAll());

      assertThat(found)
          .extracting(Relation::name)
          .containsExactlyInAnyOrder("fine", "caf\\xE9", "caf\\xE8");
      assertThat(found)
          .flatExtracting(Relation::columns)
          .extracting(Column::name)
          .containsExactlyInAnyOrder("id", "x\\xC9", "id");
      assertThat(found).extracting(Relation::comment).contains("pr\\xE9nom ü");
    } finally {
      server().execute(owner, "drop database if exists ascii_" + owner + " with (force)");
    }
  }

  private Connection openWithoutRights() throws Exception {
    return server().open(database, loginWithoutRights(database), server().host(), server().port());
  }

  @Test
  void runsNoFunctionThatAUserMade() throws Exception {
    server()
        .execute(
            database,
            "create sequence canary",
            trap("format_type(oid, integer)", "text"),
            trap("pg_get_expr(pg_node_tree, oid)", "text"),
            trap("strpos(text, text)", "integer"),
            trap("unnest(oid[])", "oid"),
            trap("equal(oid, oid)", "boolean"),
            "create operator public.= (leftarg = oid, rightarg = oid, function = public.equal)",
            "alter role current_user set search_path = public, pg_catalog",
            createTable("t", "a int default 1 check (a > 0)"));
    try {
      readAll();

      assertThat(canary()).isFalse();
    } finally {
      server().execute(database, "alter role current_user reset search_path");
    }
  }

  private static String trap(String signature, String type) {
    return "create function public."
        + signature
        + " returns "
        + type
        + " language sql as 'select nextval(''public.canary'')::text::"
        + type
        + "'";
  }

  private boolean canary() throws SQLException {
    try (Connection connection = server().openAsOwner(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select is_called from public.canary")) {
      row.next();
      return row.getBoolean(1);
    }
  }

  @Override
  protected int statementsOfARead() throws Exception {
    try (StatementCounter counter = new StatementCounter(server().host(), server().port());
        Connection connection =
            server().open(database, server().owner(), "127.0.0.1", counter.port())) {
      List<RelationRef> batch = introspector().list(connection, database).relations();
      int before = counter.statements();
      introspector().read(connection, database, batch, outcome -> {});
      return counter.statements() - before;
    }
  }
}
