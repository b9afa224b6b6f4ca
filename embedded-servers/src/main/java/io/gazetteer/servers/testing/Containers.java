package io.gazetteer.servers.testing;

import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.servers.ServerStartException;
import io.gazetteer.servers.SqlDialect;
import java.util.Map;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mariadb.MariaDBContainer;
import org.testcontainers.mysql.MySQLContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Starts servers as containers, set up as the child processes are. */
final class Containers implements ServerSource {
  private static final String PASSWORD = "a password of tests";

  @Override
  public DatabaseServer postgres() {
    var container =
        new PostgreSQLContainer(image("postgres", "postgres:18"))
            .withUsername("postgres")
            .withPassword(PASSWORD)
            .withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "max_connections=300",
                "-c",
                "max_locks_per_transaction=1000");
    return new ContainerDatabase(
        started(container), SqlDialect.POSTGRESQL, PostgreSQLContainer.POSTGRESQL_PORT);
  }

  @Override
  public KafkaServer kafka() {
    var container =
        new KafkaContainer(image("kafka", "apache/kafka:4.1.2"))
            .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
            .withEnv("KAFKA_GROUP_MIN_SESSION_TIMEOUT_MS", "1000");
    return new KafkaServer(started(container).getBootstrapServers(), Map.of());
  }

  @Override
  public ElasticsearchServer elasticsearch() {
    var container =
        new ElasticsearchContainer(image("elasticsearch", "elasticsearch:9.2.8"))
            .withPassword(PASSWORD)
            .withEnv("xpack.security.http.ssl.enabled", "false")
            .withEnv("action.auto_create_index", "false");
    started(container);
    return new ElasticsearchServer("http://" + container.getHttpHostAddress(), "elastic", PASSWORD);
  }

  @Override
  public DatabaseServer mariaDb() {
    var container =
        new MariaDBContainer(image("mariadb", "mariadb:11.4"))
            .withUsername("root")
            .withPassword(PASSWORD);
    return new ContainerDatabase(started(container), SqlDialect.MYSQL, 3306);
  }

  @Override
  public DatabaseServer mySql() {
    var container =
        new MySQLContainer(image("mysql", "mysql:8.4")).withUsername("root").withPassword(PASSWORD);
    return new ContainerDatabase(started(container), SqlDialect.MYSQL, MySQLContainer.MYSQL_PORT);
  }

  private static String image(String server, String usual) {
    return System.getProperty("servers." + server + ".image", usual);
  }

  private static <C extends GenericContainer<?>> C started(C container) {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      throw new ServerStartException(
          "-Dservers=docker asks for containers, but no Docker engine answers:"
              + " start one, or leave the property out");
    }
    container.start();
    return container;
  }
}
