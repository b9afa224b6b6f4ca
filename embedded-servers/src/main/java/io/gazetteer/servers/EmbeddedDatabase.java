package io.gazetteer.servers;

import io.gazetteer.servers.process.ChildProcess;

/** Runs a database server whose administrator has a generated password. Thread safe. */
public abstract class EmbeddedDatabase extends ChildServer implements DatabaseServer {
  private final SqlDialect dialect;
  private final String username;
  private final String password;

  public EmbeddedDatabase(ChildProcess process, int port, SqlDialect dialect, Login login) {
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

  /** Names the administrator and the generated password. */
  public record Login(String username, String password) {
    @Override
    public String toString() {
      return username;
    }
  }
}
