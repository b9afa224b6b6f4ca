package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.source.DelayProxy;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.servers.DatabaseServer;
import java.util.Map;

/** A database that is crawled, as one would register it. */
public record Target(SourceAddress address, String password) {

  static Target of(DatabaseKind kind, DatabaseServer server, String database) {
    return at(kind, server, server.port(), database);
  }

  /** The same database further away. */
  static Target behind(DelayProxy proxy, DatabaseServer server, String database) {
    return at(DatabaseKind.POSTGRESQL, server, proxy.port(), database);
  }

  /** A PostgreSQL database. */
  public static Target postgres(DatabaseServer server, String database) {
    return of(DatabaseKind.POSTGRESQL, server, database);
  }

  private static Target at(DatabaseKind kind, DatabaseServer server, int port, String database) {
    var address =
        new SourceAddress(
            kind, server.host(), port, database, server.username(), TlsSettings.DEFAULTS);
    return new Target(address, server.password());
  }

  Map<String, ?> registration() {
    return Map.of(
        "hostname", address.hostname(),
        "port", address.port(),
        "db_name", address.dbName(),
        "username", address.username(),
        "password", password,
        "db_type", address.kind().name());
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
