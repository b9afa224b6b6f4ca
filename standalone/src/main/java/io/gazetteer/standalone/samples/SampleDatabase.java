package io.gazetteer.standalone.samples;

import io.gazetteer.servers.EmbeddedDatabase;
import io.gazetteer.servers.mysql.EmbeddedMariaDb;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;
import io.gazetteer.standalone.client.DbCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** Knows the sample databases: which server each needs, and how it is filled. */
enum SampleDatabase {
  BOOKSHOP("PostgreSQL") {
    @Override
    EmbeddedDatabase startServer(Path folder, int port) {
      return EmbeddedPostgres.start(folder, port);
    }

    @Override
    List<String> preparation(String readerPassword) {
      return List.of(
          "drop database if exists bookshop with (force)",
          "drop role if exists sample_reader",
          "create role sample_reader login password '" + readerPassword + "'",
          "alter role sample_reader set default_transaction_read_only = on",
          "create database bookshop");
    }

    @Override
    Connection connect(EmbeddedDatabase server) throws SQLException {
      return server.connect(dbName());
    }
  },

  LOGISTICS("MariaDB") {
    @Override
    EmbeddedDatabase startServer(Path folder, int port) {
      return EmbeddedMariaDb.start(folder, port);
    }

    @Override
    List<String> preparation(String readerPassword) {
      return List.of(
          "create or replace database logistics character set utf8mb4",
          "create or replace user sample_reader identified by '" + readerPassword + "'",
          "grant select, show view on logistics.* to sample_reader");
    }

    @Override
    Connection connect(EmbeddedDatabase server) throws SQLException {
      return DriverManager.getConnection(
          server.jdbcUrl(dbName()) + "&allowMultiQueries=true",
          server.username(),
          server.password());
    }
  };

  private final String dbType;

  SampleDatabase(String dbType) {
    this.dbType = dbType;
  }

  String dbName() {
    return name().toLowerCase(Locale.ROOT);
  }

  String dbType() {
    return dbType;
  }

  abstract EmbeddedDatabase startServer(Path folder, int port);

  /**
   * Returns statements that make an empty database and its reader, and undo what an earlier load
   * that was cut off left.
   */
  abstract List<String> preparation(String readerPassword);

  /** Connects to the sample database, able to run a script of many statements. */
  abstract Connection connect(EmbeddedDatabase server) throws SQLException;

  void load(EmbeddedDatabase server, String readerPassword) throws SQLException {
    try (var connection = server.connect(this == BOOKSHOP ? "postgres" : "mysql");
        var statement = connection.createStatement()) {
      for (var sql : preparation(readerPassword)) {
        statement.execute(sql);
      }
    }
    try (var connection = connect(server);
        var statement = connection.createStatement()) {
      statement.execute(script());
    }
  }

  private String script() {
    try (var in = SampleDatabase.class.getResourceAsStream(dbName() + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("The class path lacks " + dbName() + ".sql");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DbCredentials credentials(int port, String readerPassword) {
    var login = new DbCredentials.Login("sample_reader", readerPassword);
    return new DbCredentials(dbType, "127.0.0.1", port, dbName(), login);
  }
}
