package io.gazetteer.worker.introspect;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.servers.testing.TestServers;

/** The servers that tests share. */
public final class SourceServers {

  private SourceServers() {}

  public static SourceServer postgres() {
    var server = TestServers.postgres();
    return new SourceServer(
        DatabaseKind.POSTGRESQL,
        server.host(),
        server.port(),
        new SourceServer.Login(server.username(), server.password()),
        new SourceServer.Urls(server::jdbcUrl, server::createDatabase));
  }

  public static SourceServer mariaDb() {
    var server = TestServers.mariaDb();
    return new SourceServer(
        DatabaseKind.MARIADB,
        server.host(),
        server.port(),
        new SourceServer.Login(server.username(), server.password()),
        new SourceServer.Urls(server::jdbcUrl, server::createDatabase));
  }

  public static SourceServer mySql() {
    var server = TestServers.mySql();
    return new SourceServer(
        DatabaseKind.MYSQL,
        server.host(),
        server.port(),
        new SourceServer.Login(server.username(), server.password()),
        new SourceServer.Urls(server::jdbcUrl, server::createDatabase));
  }
}
