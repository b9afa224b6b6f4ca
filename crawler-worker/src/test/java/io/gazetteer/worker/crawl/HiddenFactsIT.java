package io.gazetteer.worker.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.testing.fixtures.CrawledDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the user's rights hide is neither gone nor "none", and no change when they come or go. */
class HiddenFactsIT extends CrawledDatabase {
  private static final String PASSWORD = "a-password-for-one-test";

  private final String user = "reader_" + UUID.randomUUID().toString().substring(0, 8);

  @BeforeEach
  void create() throws SQLException {
    TestServers.mariaDb().createDatabase(database);
    onMariaDb(
        "create user " + user + "@'%' identified by '" + PASSWORD + "'",
        "create table person (id int primary key, name varchar(80), ssn char(11), key by_ssn (ssn))",
        "create table visit (a int, constraint f foreign key (a) references person (id)"
            + " on delete cascade on update restrict)",
        "create view names as select name from person");
  }

  @Test
  void aRevokedColumnStaysAndADroppedOneGoes() throws SQLException {
    grant("select, show view on " + database + ".*");
    var source = registerAs(user);
    crawl(source);

    onMariaDb("revoke select, show view on " + database + ".* from " + user + "@'%'");
    grant("select (id, name) on person");
    grant("select, show view on visit");
    grant("select, show view on names");
    crawl(source);
    assertThat(changes(source)).isEmpty();
    assertThat(index.columns(source)).contains("person.ssn");
    assertThat(table(source, "person").at("/indexes").toString()).contains("by_ssn");
    assertThat(table(source, "person").at("/unknown").toString())
        .contains(
            "\"columns\"", "GRANT SELECT ON `" + database + "`.`person` TO `" + user + "`@`%`;")
        .contains("\"last_known\":true");

    onMariaDb("alter table person drop key by_ssn, drop column ssn, add column born date");
    grant("select on person");
    crawl(source);
    assertThat(changes(source))
        .containsExactlyInAnyOrder("column_removed ssn", "column_added born", "index_removed null");
    assertThat(table(source, "person").at("/unknown")).isEmpty();
  }

  @Test
  void whatNobodyHasSeenIsNoChangeWhenItShows() throws SQLException {
    grant("select (id) on person");
    var source = registerAs(user);
    crawl(source);
    assertThat(table(source, "person").at("/primary_key").isNull()).isTrue();
    assertThat(table(source, "person").at("/unknown/0/last_known").asBoolean()).isFalse();

    grant("select on person");
    crawl(source);
    assertThat(changes(source)).isEmpty();
    assertThat(index.columns(source)).contains("person.ssn");
    assertThat(table(source, "person").at("/primary_key/columns/0").asString()).isEqualTo("id");
  }

  @Test
  void actionsAndTextsOfViewsComeAndGoWithoutAChange() throws SQLException {
    grant("select on " + database + ".*");
    var source = registerAs(user);
    crawl(source);
    assertThat(table(source, "visit").at("/foreign_keys/0/on_delete").isNull()).isTrue();
    assertThat(table(source, "visit").at("/unknown/0/fact").asString())
        .isEqualTo("foreign_key_actions");
    assertThat(table(source, "names").at("/unknown/0/right").asString()).isEqualTo("SHOW VIEW");

    grant("show view on " + database + ".*");
    crawl(source);
    onMariaDb("revoke show view on " + database + ".* from " + user + "@'%'");
    crawl(source);
    assertThat(changes(source)).isEmpty();
    assertThat(table(source, "visit").at("/foreign_keys/0/on_delete").asString())
        .isEqualTo("cascade");
    assertThat(table(source, "names").at("/view_definition").asString()).contains("person");

    onMariaDb(
        "alter table visit drop foreign key f",
        "alter table visit add constraint f foreign key (a) references person (id)"
            + " on delete set null on update restrict");
    grant("show view on " + database + ".*");
    crawl(source);
    assertThat(changes(source)).containsExactly("foreign_key_changed null");
  }

  @Test
  void aKeyOverAPeriodIsOneWhateverTheUserMaySee() throws SQLException {
    onMariaDb(
        "create table rent (id int not null, a date not null, b date not null,"
            + " period for stay (a, b), unique once (id, stay without overlaps))");
    grant("select on " + database + ".*");
    var source = registerAs(user);
    crawl(source);
    assertThat(table(source, "rent").at("/unique_constraints/0/without_overlaps").asBoolean())
        .isTrue();

    grant("show view on " + database + ".*");
    crawl(source);
    assertThat(changes(source)).isEmpty();
  }

  private UUID registerAs(String username) {
    return registrations.register(
        DatabaseKind.MARIADB, TestServers.mariaDb().port(), database, username, PASSWORD);
  }

  private void grant(String what) throws SQLException {
    onMariaDb("grant " + what + " to " + user + "@'%'");
  }

  private void onMariaDb(String... statements) throws SQLException {
    try (var connection = TestServers.mariaDb().connect(database);
        var statement = connection.createStatement()) {
      for (var sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> changes(UUID source) {
    return catalog
        .sql(
            """
            select change || ' ' || coalesce(column_name, 'null') from schema_change
            where data_source_id = ?
            """)
        .param(source)
        .query(String.class)
        .list();
  }

  private JsonNode table(UUID source, String name) {
    for (var hit : index.searched("gazetteer-tables", source, "name,description")) {
      if (hit.at("/_source/name").asString().equals(name)) {
        return hit.at("/_source/description");
      }
    }
    throw new AssertionError("No table " + name);
  }
}
