package io.gazetteer.worker.introspect;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A real server to read from: a database of our own in it, and both ways in. */
public record SourceServer(DatabaseKind kind, String host, int port, Login owner, Urls urls) {

  /** Who owns everything on the server. */
  public record Login(String username, String password) {}

  /** How plain JDBC gets in, and how a database is made. */
  public record Urls(UnaryOperator<String> jdbcUrl, Consumer<String> createDatabase) {}

  public static final SourceTimeouts TIMEOUTS =
      new SourceTimeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(1),
          Duration.ofSeconds(40));

  /** Makes an empty database under a name of its own and returns the name. */
  public String newDatabase() {
    String name = "intro_" + UUID.randomUUID().toString().substring(0, 8);
    urls.createDatabase().accept(name);
    return name;
  }

  /** Opens a connection as the crawler does. */
  public Connection open(String dbName) throws SourceException {
    return open(dbName, owner, host, port);
  }

  public Connection open(String dbName, Login login, String atHost, int atPort)
      throws SourceException {
    SourceAddress address =
        new SourceAddress(kind, atHost, atPort, dbName, login.username(), TlsSettings.DEFAULTS);
    return new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM))
        .open(address, login.password(), TIMEOUTS);
  }

  /** Opens a connection as the owner of the database does, who may write. */
  public Connection openAsOwner(String dbName) throws SQLException {
    return DriverManager.getConnection(
        urls.jdbcUrl().apply(dbName), owner.username(), owner.password());
  }

  public void execute(String dbName, String... statements) throws SQLException {
    try (Connection connection = openAsOwner(dbName);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Runs a script of this package's resources, whose statements end at the end of a line. */
  public void runScript(String dbName, String resource) throws Exception {
    try (InputStream script = SourceServer.class.getResourceAsStream(resource)) {
      String text =
          new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
      execute(dbName, text.split(";\n"));
    }
  }
}
