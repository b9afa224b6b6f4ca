package io.gazetteer.worker.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.common.source.SourceException;
import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.worker.introspect.postgresql.PostgresIntrospector;
import io.gazetteer.worker.testing.processes.PgBouncer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A pooler before a server whose database sets what it can: the same is read as without both. The
 * tests are left out on a machine without PgBouncer, a package of Debian and others.
 */
@EnabledIf("io.gazetteer.worker.testing.processes.PgBouncer#isInstalled")
class PoolerIT {
  private static final String IGNORE = "ignore_startup_parameters = extra_float_digits,options";
  private final SourceServer server = SourceServers.postgres();
  private String database = "";

  @TempDir Path folder;

  @BeforeEach
  void makeDatabase() {
    database = server.newDatabase();
  }

  @ParameterizedTest
  @CsvSource({"session,true", "session,false", "transaction,true", "transaction,false"})
  void changesNothing(String mode, boolean ignoresSettings) throws Exception {
    server.execute(
        database,
        "create table shown (id int primary key, pause interval default '1 day 02:00',"
            + " raw bytea default '\\x00ff', called text default 'a\\b' check (called <> 'x'))");
    var direct = read(server.port());
    assertThat(direct).hasOnlyElementsOfType(ReadOutcome.Found.class).hasSize(1);
    for (String setting :
        List.of(
            "intervalstyle = 'iso_8601'",
            "bytea_output = 'escape'",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off")) {
      server.execute(database, "alter database " + database + " set " + setting);
    }

    try (var pooler = pooler(mode, ignoresSettings ? IGNORE : "")) {
      assertThat(read(pooler.port())).isEqualTo(direct);
    }
  }

  @Test
  void keepsLimitsOfTimeThroughOneThatDropsSettings() throws Exception {
    server.execute(
        database,
        "create table locked (a int check (a > 0))",
        "create table open (a int check (a > 0))");
    try (var pooler = pooler("transaction", IGNORE);
        Connection other = server.openAsOwner(database);
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("alter table locked add column b int");

      var outcomes = read(pooler.port());

      other.rollback();
      assertThat(outcomes)
          .hasSize(2)
          .filteredOn(ReadOutcome.Failed.class::isInstance)
          .extracting(outcome -> ((ReadOutcome.Failed) outcome).code())
          .containsExactly("locked");
    }
  }

  @Test
  void leavesNoSettingInASessionOfThePool() throws Exception {
    try (var pooler = pooler("transaction", IGNORE)) {
      read(pooler.port());

      try (Connection connection = open(pooler.port());
          var statement = connection.createStatement();
          var row =
              statement.executeQuery(
                  "select current_setting('search_path'), current_setting('lock_timeout')")) {
        row.next();
        assertThat(row.getString(1)).contains("public");
        assertThat(row.getString(2)).isEqualTo("0");
      }
    }
  }

  @Test
  void saysThatStatementsAloneAreTooLittle() throws Exception {
    server.execute(database, "create table shown (id int)");
    try (var pooler = pooler("statement", IGNORE)) {
      var failure = catchThrowableOfType(SQLException.class, () -> read(pooler.port()));

      var told = SourceException.of(failure);
      assertThat(told.code()).isEqualTo("settings_refused");
      assertThat(told).hasMessageContaining("session or transaction mode");
    }
  }

  private PgBouncer pooler(String mode, String setting) throws Exception {
    return PgBouncer.start(folder, TestServers.postgres(), "pool_mode = " + mode, setting);
  }

  private Connection open(int port) throws Exception {
    return server.open(database, server.owner(), "127.0.0.1", port);
  }

  private List<ReadOutcome> read(int port) throws Exception {
    var introspector = new PostgresIntrospector();
    var outcomes = new ArrayList<ReadOutcome>();
    try (Connection connection = open(port)) {
      var batch = introspector.list(connection, database).relations();
      introspector.read(connection, database, batch, outcomes::add);
    }
    return outcomes;
  }
}
