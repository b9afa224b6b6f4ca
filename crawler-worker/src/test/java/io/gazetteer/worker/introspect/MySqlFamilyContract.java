package io.gazetteer.worker.introspect;

import static io.gazetteer.common.relation.RelationKind.PARTITIONED_TABLE;
import static io.gazetteer.common.relation.RelationKind.TABLE;
import static io.gazetteer.common.relation.RelationKind.VIEW;
import static io.gazetteer.worker.introspect.RelationSpec.col;
import static io.gazetteer.worker.introspect.RelationSpec.foreignKey;
import static io.gazetteer.worker.introspect.RelationSpec.relation;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.TypeFamily;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What MySQL and MariaDB have in common; each says how it spells the rest. */
abstract class MySqlFamilyContract extends IntrospectionContract {

  private static final String ENUM = "enum('new','it''s','a,b','back\\\\slash')";

  /** The text of {@code amount * 2}, as the server gives it back. */
  protected abstract String doubled();

  protected abstract String now();

  @Override
  protected String awkwardScript() {
    return "awkward-mysql.sql";
  }

  @Override
  protected String createTable(String name, String columns) {
    return "create table " + name + " (" + columns + ")";
  }

  @Override
  protected int mostColumns() {
    return 1017;
  }

  private SourceServer.Login loginWithoutRights(String dbName) throws SQLException {
    server()
        .execute(
            dbName,
            "create user " + dbName + "@'%' identified by 'none'",
            "grant create routine on " + dbName + ".* to " + dbName + "@'%'");
    return new SourceServer.Login(dbName, "none");
  }

  @Override
  protected List<Relation> awkwardRelations(String db) {
    return Stream.of(
            parent(db),
            child(db),
            grandchild(db),
            relation(PARTITIONED_TABLE, db, "parted")
                .column(col("id", "bigint(20)", TypeFamily.INTEGER).notNull())
                .column(col("at", "date", TypeFamily.TIME).notNull())
                .primaryKey("PRIMARY", "id", "at")
                .primaryIndex("PRIMARY", "id", "at")
                .partitionKey("HASH (`id`)"),
            relation(TABLE, db, "Case").column("a", "year(4)", TypeFamily.TIME),
            relation(TABLE, db, "case").column("b", "varchar(1)", TypeFamily.TEXT),
            relation(TABLE, db, "we`ird \"ключ")
                .column("co`l", "varchar(1)", TypeFamily.TEXT)
                .column(" tab\tx", "varchar(1)", TypeFamily.TEXT),
            relation(VIEW, db, "looks")
                .column(
                    col("called", "varchar(120)", TypeFamily.TEXT)
                        .notNull()
                        .comment("The 'name' né 価格"))
                .viewDefinition(
                    "select `%1$s`.`parent`.`name` AS `called` from `%1$s`.`parent`".formatted(db)))
        .map(RelationSpec::mySqlIndexes)
        .map(RelationSpec::build)
        .toList();
  }

  private RelationSpec parent(String db) {
    return relation(TABLE, db, "parent")
        .comment("Two\nlines, \"quoted\"")
        .column(
            col("id", "bigint(20) unsigned", TypeFamily.INTEGER)
                .notNull()
                .identity(IdentityKind.BY_DEFAULT))
        .column(
            col("name", "varchar(120)", TypeFamily.TEXT)
                .notNull()
                .byDefault("'it''s'")
                .comment("The 'name' né 価格"))
        .column(
            col("status", ENUM, TypeFamily.ENUM)
                .notNull()
                .byDefault("'new'")
                .values("new", "it's", "a,b", "back\\slash"))
        .column(col("flags", "set('x','y')", TypeFamily.ENUM).values("x", "y"))
        .column(col("amount", "decimal(12,2)", TypeFamily.DECIMAL).notNull().byDefault("0.00"))
        .column(col("doubled", "decimal(13,2)", TypeFamily.DECIMAL).generated(doubled()))
        .column(col("seen", "datetime(3)", TypeFamily.TIME).byDefault(now()))
        .column(col("bits", "bit(3)", TypeFamily.BINARY).byDefault("b'101'"))
        .column("flag", "tinyint(1)", TypeFamily.BOOLEAN)
        .column("place", "point", TypeFamily.GEOMETRY)
        .column("raw", "varbinary(16)", TypeFamily.BINARY)
        .column("body", "text", TypeFamily.TEXT)
        .primaryKey("PRIMARY", "id")
        .unique("by_name", "name")
        .primaryIndex("PRIMARY", "id")
        .index(
            IndexSpec.of("by_body", "body", "status")
                .key(new IndexKey("asc", null, 10, null))
                .build())
        .uniqueIndex("by_name", "name")
        .index("words", "fulltext", "body");
  }

  private static RelationSpec child(String db) {
    return relation(TABLE, db, "child")
        .column(col("b", "varchar(10)", TypeFamily.TEXT).notNull())
        .column(col("a", "date", TypeFamily.TIME).notNull())
        .column("parent_id", "bigint(20) unsigned", TypeFamily.INTEGER)
        .primaryKey("PRIMARY", "b", "a")
        .foreignKey(
            foreignKey(
                "to_parent",
                List.of("parent_id"),
                List.of(db, "parent", "id"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL))
        .primaryIndex("PRIMARY", "b", "a")
        .index("to_parent", "btree", "parent_id");
  }

  private RelationSpec grandchild(String db) {
    return relation(TABLE, db, "grandchild")
        .column("a", "date", TypeFamily.TIME)
        .column("b", "varchar(10)", TypeFamily.TEXT)
        .column("x", "double", TypeFamily.FLOAT)
        .foreignKey(
            foreignKey(
                "to_child",
                List.of("b", "a"),
                List.of(db, "child", "b", "a"),
                defaultAction(),
                defaultAction()))
        .index("to_child", "btree", "b", "a");
  }

  /** What the server says of a foreign key that was made without saying what it does. */
  protected abstract ReferentialAction defaultAction();

  @Test
  void countsTheForeignKeysOfOtherTables() throws Exception {
    server()
        .execute(
            database,
            createTable("a", "id int primary key, up int, foreign key (up) references a (id)"),
            createTable("b", "id int primary key, foreign key (id) references a (id)"),
            createTable(
                "c",
                "x int, y int, z int, foreign key (x) references a (id),"
                    + " foreign key (y) references a (id), foreign key (z) references b (id)"));

    assertThat(references(readAll())).isEqualTo(Map.of("a", 3, "b", 1, "c", 0));
  }

  @Test
  void aTableRenamedSinceTheListingIsGone() throws Exception {
    server().execute(database, createTable("before_it", "a int"));

    List<ReadOutcome> outcomes =
        listThenRead(() -> server().execute(database, "rename table before_it to later"));

    assertThat(named(outcomes, ReadOutcome.Gone.class)).containsExactly("before_it");
  }

  @Test
  void aBrokenViewCostsOnlyItself() throws Exception {
    server()
        .execute(
            database,
            createTable("gone", "a int"),
            createTable("stays", "a int"),
            "create view broken as select a from gone",
            "create view whole as select a from stays",
            "drop table gone");

    List<ReadOutcome> outcomes = readAll();

    assertThat(named(outcomes, ReadOutcome.Failed.class)).containsExactly("broken");
    assertThat(named(outcomes, ReadOutcome.Found.class))
        .containsExactlyInAnyOrder("stays", "whole");
  }

  @Test
  void aTableThatIsHiddenSinceTheListingIsNotTakenForDropped() throws Exception {
    server().execute(database, createTable("t", "a int"), createTable("hidden", "a int"));
    SourceServer.Login login = loginWithoutRights(database);
    server()
        .execute(
            database,
            "grant select on t to " + database + "@'%'",
            "grant select on hidden to " + database + "@'%'");

    try (Connection connection = server().open(database, login, server().host(), server().port())) {
      List<ReadOutcome> outcomes =
          listThenRead(
              connection,
              () ->
                  server().execute(database, "revoke select on hidden from " + database + "@'%'"));

      assertThat(named(outcomes, ReadOutcome.Failed.class)).containsExactly("hidden");
      assertThat(named(outcomes, ReadOutcome.Found.class)).containsExactly("t");
    }
  }

  /** What shapes a text, cuts rows, or ends a session, with the values of a hostile server. */
  private static final Map<String, String> HOSTILE_SETTINGS =
      Map.of(
          "sql_mode", "'ANSI_QUOTES,NO_BACKSLASH_ESCAPES,PAD_CHAR_TO_FULL_LENGTH'",
          "sql_quote_show_create", "0",
          "time_zone", "'+05:30'",
          "sql_select_limit", "2",
          "max_join_size", "1",
          "max_sort_length", "64",
          "wait_timeout", "1",
          "net_write_timeout", "1");

  @Test
  void readsTheSameWhateverTheServerSets() throws Exception {
    server().runScript(database, awkwardScript());
    server()
        .execute(
            database,
            createTable(
                "settable",
                "a varchar(20) default 'it''s \\\\ \"q\"', seen timestamp default"
                    + " '2026-03-29 12:00:00', b varchar(90) generated always as"
                    + " (concat(a, 'x\"y')) virtual"));
    var before = relations(readAll());
    var usual = globals();
    try {
      setGlobals(HOSTILE_SETTINGS);

      assertThat(relations(readAll())).isEqualTo(before).hasSize(9);
    } finally {
      setGlobals(usual);
    }
  }

  private Map<String, String> globals() throws SQLException {
    var values = new HashMap<String, String>();
    try (Connection connection = server().openAsOwner(database);
        Statement statement = connection.createStatement()) {
      for (String name : HOSTILE_SETTINGS.keySet()) {
        try (ResultSet row = statement.executeQuery("select @@global." + name)) {
          row.next();
          var value = row.getString(1);
          values.put(name, value.matches("\\d+") ? value : "'" + value + "'");
        }
      }
    }
    return values;
  }

  private void setGlobals(Map<String, String> values) throws SQLException {
    try (Connection connection = server().openAsOwner(database);
        Statement statement = connection.createStatement()) {
      for (var setting : values.entrySet()) {
        statement.execute("set global " + setting.getKey() + " = " + setting.getValue());
      }
    }
  }

  @Test
  void rightsOfARoleThatIsNotTheDefaultCount() throws Exception {
    var suffix = database.substring(6);
    server()
        .execute(
            database,
            createTable("t", "a int"),
            "create role nothing_" + suffix,
            "create role reading_" + suffix,
            "grant select on " + database + ".* to reading_" + suffix,
            "create user " + database + "@'%' identified by 'none'",
            "grant nothing_" + suffix + " to " + database + "@'%'",
            "grant reading_" + suffix + " to " + database + "@'%'");
    var login = new SourceServer.Login(database, "none");

    try (Connection connection = server().open(database, login, server().host(), server().port())) {
      assertThat(introspector().list(connection, database).relations())
          .extracting(RelationRef::name)
          .containsExactly("t");
    }
  }

  @Test
  void aLockedTableIsReadAllTheSame() throws Exception {
    server().execute(database, createTable("locked", "a int"), createTable("free", "a int"));

    try (Connection other = server().openAsOwner(database);
        Statement statement = other.createStatement()) {
      statement.execute("lock tables locked write");
      List<ReadOutcome> outcomes = readAll();

      assertThat(named(outcomes, ReadOutcome.Found.class))
          .containsExactlyInAnyOrder("locked", "free");
    }
  }

  @Override
  protected int statementsOfARead() throws Exception {
    try (Connection connection = server().open(database)) {
      List<RelationRef> batch = introspector().list(connection, database).relations();
      int before = questions(connection);
      introspector().read(connection, database, batch, outcome -> {});
      return questions(connection) - before - 1;
    }
  }

  private static int questions(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show session status like 'Questions'")) {
      row.next();
      return row.getInt(2);
    }
  }
}
