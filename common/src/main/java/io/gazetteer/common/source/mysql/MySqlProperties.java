package io.gazetteer.common.source.mysql;

import com.mysql.cj.conf.PropertyKey;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceLogin;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.tls.Tls;
import io.gazetteer.common.source.wire.MessageCap;
import java.util.Properties;

/**
 * Sets the properties of Connector/J, for MySQL and for MariaDB. The keys are constants of this
 * class, and the URL is one too: nothing that a user typed can become a parameter.
 *
 * <p>The server may not ask for local files. It may send its public key, without which MySQL 8's
 * default authentication does not work over an unencrypted connection; an attacker who could forge
 * that key already sits between us and an unencrypted server, and a data source that needs more
 * must demand TLS.
 */
public final class MySqlProperties {

  public static final String URL = "jdbc:mysql:///";

  private MySqlProperties() {}

  /** Returns the properties of a login that names no database. */
  public static Properties withoutDatabase(SourceLogin login) {
    Properties properties = of(login);
    properties.remove(PropertyKey.DBNAME.getKeyName());
    return properties;
  }

  public static Properties of(SourceLogin login) {
    SourceAddress source = login.source();
    Properties properties = new Properties();
    set(properties, PropertyKey.HOST, login.hostLiteral());
    set(properties, PropertyKey.PORT, Integer.toString(source.port()));
    set(properties, PropertyKey.DBNAME, source.dbName());
    set(properties, PropertyKey.USER, source.username());
    set(properties, PropertyKey.PASSWORD, login.password());
    String attributes = "program_name:" + SourceConnections.APPLICATION_NAME;
    set(properties, PropertyKey.connectionAttributes, attributes);
    addNetwork(properties, login.timeouts());
    addEncryption(properties, login.tls());
    addDefences(properties);
    return properties;
  }

  private static void addNetwork(Properties properties, SourceTimeouts timeouts) {
    String connect = Integer.toString(SourceTimeouts.millis(timeouts.connect()));
    set(properties, PropertyKey.connectTimeout, connect);
    set(properties, PropertyKey.socketTimeout, connect);
    set(properties, PropertyKey.tcpKeepAlive, "true");
    set(properties, PropertyKey.characterEncoding, "UTF-8");
    // Saves the driver two SET statements around each query whose rows are read one at a time.
    set(properties, PropertyKey.netTimeoutForStreamingResults, "0");
  }

  /** Sets whether the driver encrypts; our sockets decide how. */
  private static void addEncryption(Properties properties, Tls tls) {
    String mode =
        switch (tls.mode()) {
          case DISABLE -> "DISABLED";
          case PREFER -> "PREFERRED";
          case REQUIRE, VERIFY_FULL -> "REQUIRED";
        };
    set(properties, PropertyKey.sslMode, mode);
    set(properties, PropertyKey.socketFactory, MySqlSocketFactory.class.getName());
    properties.setProperty(MySqlSocketFactory.TLS, tls.encode());
    boolean isOpen = !tls.mode().demandsEncryption();
    set(properties, PropertyKey.allowPublicKeyRetrieval, Boolean.toString(isOpen));
  }

  private static void addDefences(Properties properties) {
    String unused = String.join(",", MySqlLogins.UNUSED);
    set(properties, PropertyKey.disabledAuthenticationPlugins, unused);
    set(properties, PropertyKey.allowLoadLocalInfile, "false");
    set(properties, PropertyKey.allowUrlInLocalInfile, "false");
    set(properties, PropertyKey.allowMultiQueries, "false");
    // Longer messages come in parts, of which the driver would make room for any number.
    set(properties, PropertyKey.maxAllowedPacket, Integer.toString(MessageCap.LARGEST_MESSAGE));
    set(properties, PropertyKey.createDatabaseIfNotExist, "false");
    set(properties, PropertyKey.useServerPrepStmts, "false");
  }

  private static void set(Properties properties, PropertyKey key, String value) {
    properties.setProperty(key.getKeyName(), value);
  }
}
