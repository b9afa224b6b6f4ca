package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.catalog.DatabaseIdentities;
import io.gazetteer.common.source.DatabaseIdentity;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.introspect.Statements;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.runtime.connect.DataSourceConnections;
import io.gazetteer.worker.runtime.connect.OpenDataSource;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Makes plans: asks the source for all of its relations and cuts them into batches. */
@Component
final class Lister {
  private final DataSourceConnections connections;
  private final Disappeared disappeared;
  private final DatabaseIdentities identities;
  private final CrawlSettings settings;

  Lister(
      DataSourceConnections connections,
      Disappeared disappeared,
      DatabaseIdentities identities,
      CrawlSettings settings) {
    this.identities = identities;
    this.connections = connections;
    this.disappeared = disappeared;
    this.settings = settings;
  }

  /** Lists the source's relations, under a lease that the caller keeps. */
  Plan list(CrawlRef crawl, Lease lease) throws SourceException {
    try (var source = connections.open(crawl.dataSourceId(), lease)) {
      return list(crawl, source);
    } catch (SQLException e) {
      lease.check();
      throw SourceException.of(e);
    }
  }

  private Plan list(CrawlRef crawl, OpenDataSource source) throws SQLException, SourceException {
    refuseTwin(crawl, source);
    var introspector = source.introspector();
    var listing =
        Statements.heardBy(
            source.statements(), () -> introspector.list(source.connection(), source.dbName()));
    if (listing.nothingVisible()) {
      throw SourceException.nothingVisible();
    }
    var unproven =
        Statements.heardBy(
            source.statements(), () -> disappeared.unproven(crawl.dataSourceId(), source, listing));
    var cutter = new BatchCutter(settings.batchColumns());
    return Plan.of(listing.relations(), unproven, source.options().filters(), cutter);
  }

  /** Refuses a database that an older registration leads to: it would be found twice. */
  private void refuseTwin(CrawlRef crawl, OpenDataSource source)
      throws SQLException, SourceException {
    var identity = DatabaseIdentity.of(source.connection(), source.dataSource().kind());
    if (identity.isPresent()) {
      var other = identities.store(crawl.dataSourceId(), identity.get());
      if (other.isPresent()) {
        throw SourceException.sameDatabase(other.get());
      }
    }
  }
}
