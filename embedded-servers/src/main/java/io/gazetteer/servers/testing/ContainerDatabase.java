package io.gazetteer.servers.testing;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.SqlDialect;
import org.testcontainers.containers.JdbcDatabaseContainer;

/** Is a database server in a container. */
record ContainerDatabase(JdbcDatabaseContainer<?> container, SqlDialect dialect, int innerPort)
    implements DatabaseServer {
  @Override
  public String host() {
    return container.getHost();
  }

  @Override
  public int port() {
    return container.getMappedPort(innerPort);
  }

  @Override
  public String username() {
    return container.getUsername();
  }

  @Override
  public String password() {
    return container.getPassword();
  }
}
