package io.gazetteer.benchmarks.source;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.servers.DatabaseServer;
import io.gazetteer.standalone.client.DbCredentials;
import java.sql.Connection;
import java.sql.SQLException;

/** A database that is read or crawled. */
public record Target(SourceAddress address, String password) {

  /** A database of a server on this machine, as its administrator sees it. */
  public static Target of(DatabaseKind kind, DatabaseServer server, String database) {
    var address =
        new SourceAddress(
            kind, server.host(), server.port(), database, server.username(), TlsSettings.DEFAULTS);
    return new Target(address, server.password());
  }

  /** Returns the same database as it is seen through a proxy. */
  public Target behind(DelayProxy proxy) {
    var further =
        new SourceAddress(
            address.kind(),
            address.hostname(),
            proxy.port(),
            address.dbName(),
            address.username(),
            address.tls());
    return new Target(further, password);
  }

  /** Logs in as a worker does. */
  public Connection connect() throws SQLException, SourceException {
    return new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM))
        .open(address, password, SourceTimeouts.defaults());
  }

  /** The body of its registration. */
  public DbCredentials registration() {
    return new DbCredentials(
        address.kind().name(),
        address.hostname(),
        address.port(),
        address.dbName(),
        new DbCredentials.Login(address.username(), password));
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
