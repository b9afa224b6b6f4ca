package io.gazetteer.worker.runtime.connect;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.secrets.SecretVaultException;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Opens connections to data sources; the only place of the worker that sees a password. */
@Component
public final class DataSourceConnections {
  private final DataSources dataSources;
  private final DataSourceSecrets secrets;
  private final SourceTimeouts timeouts;
  private final DataSourceMetrics metrics;
  private final SourceConnections connections;

  DataSourceConnections(
      DataSources dataSources,
      DataSourceSecrets secrets,
      SourceConnections connections,
      SourceTimeouts timeouts,
      DataSourceMetrics metrics) {
    this.connections = connections;
    this.timeouts = timeouts;
    this.metrics = metrics;
    this.dataSources = dataSources;
    this.secrets = secrets;
  }

  /**
   * Opens a connection that ends when the lease is lost.
   *
   * @throws LeaseLostException when the data source has been deleted
   */
  public OpenDataSource open(UUID dataSourceId, Lease lease) throws SourceException {
    var source = dataSources.find(dataSourceId).orElseThrow(() -> deleted(dataSourceId));
    try (var password = secrets.find(dataSourceId).orElseThrow(() -> deleted(dataSourceId))) {
      var connection =
          connections.open(
              address(source), password.reveal(), timeouts, source.options().maxConnections());
      var open = new OpenDataSource(connection, source, metrics.of(dataSourceId));
      lease.onLost(open::abort);
      return open;
    } catch (SecretVaultException e) {
      throw SourceException.secretUnreadable();
    }
  }

  private static SourceAddress address(DataSource source) {
    return new SourceAddress(
        source.kind(),
        source.hostname(),
        source.port(),
        source.dbName(),
        source.username(),
        source.tls());
  }

  private static LeaseLostException deleted(UUID dataSourceId) {
    return new LeaseLostException("data source " + dataSourceId);
  }
}
