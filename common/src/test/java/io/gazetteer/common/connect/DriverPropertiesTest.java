package io.gazetteer.common.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.mysql.cj.conf.ConnectionUrl;
import io.gazetteer.common.model.DatabaseKind;
import java.net.InetAddress;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;

class DriverPropertiesTest {

  private static final String SMUGGLED =
      "x?socketFactory=evil&allowLoadLocalInfile=true#/../%3F&autoDeserialize=true,(a=b)";

  @Test
  void pgjdbcIsToldTheListedKeysAndNoOther() {
    assertThat(postgres("db").stringPropertyNames())
        .containsExactlyInAnyOrder(
            "PGHOST",
            "PGPORT",
            "PGDBNAME",
            "user",
            "password",
            "ApplicationName",
            "options",
            "connectTimeout",
            "socketTimeout",
            "sslResponseTimeout",
            "cancelSignalTimeout",
            "socketFactory",
            "tcpKeepAlive",
            "sslmode",
            "gssEncMode",
            "scramMaxIterations",
            "assumeMinServerVersion",
            "logServerErrorDetail");
  }

  @Test
  void connectorJIsToldTheListedKeysAndNoOther() {
    assertThat(mySql("db").stringPropertyNames())
        .containsExactlyInAnyOrder(
            "host",
            "port",
            "dbname",
            "user",
            "password",
            "connectionAttributes",
            "connectTimeout",
            "socketTimeout",
            "tcpKeepAlive",
            "sslMode",
            "allowPublicKeyRetrieval",
            "characterEncoding",
            "netTimeoutForStreamingResults",
            "allowLoadLocalInfile",
            "allowUrlInLocalInfile",
            "allowMultiQueries",
            "createDatabaseIfNotExist",
            "useServerPrepStmts");
  }

  @Test
  void connectorJMayNotSendLocalFiles() {
    assertThat(mySql("db"))
        .contains(
            entry("allowLoadLocalInfile", "false"),
            entry("allowUrlInLocalInfile", "false"),
            entry("allowMultiQueries", "false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", SMUGGLED, "a/b", "a b", "%2e", "ключ", "'\"\\"})
  void pgjdbcTakesTheDatabaseNameAsItIs(String dbName) {
    Properties seen = org.postgresql.Driver.parseURL(PostgresProperties.URL, postgres(dbName));

    assertThat(seen).isNotNull();
    assertThat(PGProperty.PG_DBNAME.getOrDefault(seen)).isEqualTo(dbName);
    assertThat(PGProperty.PG_HOST.getOrDefault(seen)).isEqualTo("192.0.2.7");
    assertThat(PGProperty.PG_PORT.getOrDefault(seen)).isEqualTo("5432");
    // Ours, and none that a database name has smuggled in.
    assertThat(PGProperty.SOCKET_FACTORY.getOrDefault(seen))
        .isEqualTo(ClosingSocketFactory.class.getName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop", SMUGGLED, "a/b", "a b", "%2e", "ключ", "'\"\\"})
  void connectorJTakesTheDatabaseNameAsItIs(String dbName) {
    ConnectionUrl seen = ConnectionUrl.getConnectionUrlInstance(MySqlProperties.URL, mySql(dbName));

    assertThat(seen.getMainHost().getDatabase()).isEqualTo(dbName);
    assertThat(seen.getMainHost().getHost()).isEqualTo("192.0.2.7");
    assertThat(seen.getMainHost().getPort()).isEqualTo(5432);
    assertThat(seen.getHostsList()).hasSize(1);
    assertThat(seen.getMainHost().getHostProperties())
        .contains(entry("allowLoadLocalInfile", "false"))
        .doesNotContainKeys("socketFactory", "autoDeserialize");
  }

  @Test
  void noNameEverAddsAProperty() {
    Random random = new Random(42);
    Map<Object, Object> expected = postgres("db");
    for (int i = 0; i < 10_000; i++) {
      Properties seen = postgres(randomName(random));
      assertThat(seen.keySet()).isEqualTo(expected.keySet());
      assertThat(seen.get("options")).isEqualTo(expected.get("options"));
    }
  }

  private static String randomName(Random random) {
    StringBuilder name = new StringBuilder("n");
    String alphabet = "abc?&=#/%\\'\" ;,()-:@\n";
    for (int length = random.nextInt(40); length > 0; length--) {
      name.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return name.toString();
  }

  private static Properties postgres(String dbName) {
    return PostgresProperties.of(login(DatabaseKind.POSTGRESQL, dbName));
  }

  private static Properties mySql(String dbName) {
    return MySqlProperties.of(login(DatabaseKind.MYSQL, dbName));
  }

  private static Login login(DatabaseKind kind, String dbName) {
    var source = new SourceAddress(kind, "db.example.org", 5432, dbName, "user");
    var checked = InetAddress.ofLiteral("192.0.2.7");
    return new Login(source, checked, "secret", SourceTimeouts.defaults());
  }
}
