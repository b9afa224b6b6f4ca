package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;

/** A database server with an administrator who has a generated password. Thread safe. */
public abstract sealed class EmbeddedDatabase extends ChildServer implements DatabaseServer
    permits EmbeddedPostgres, EmbeddedMariaDb, EmbeddedMySql {
  private final SqlDialect dialect;
  private final String username;
  private final String password;

  EmbeddedDatabase(ChildProcess process, int port, SqlDialect dialect, Login login) {
    super(process, port);
    this.dialect = dialect;
    this.username = login.username();
    this.password = login.password();
  }

  @Override
  public final SqlDialect dialect() {
    return dialect;
  }

  @Override
  public final String username() {
    return username;
  }

  @Override
  public final String password() {
    return password;
  }

  /** The administrator. */
  record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }
}
