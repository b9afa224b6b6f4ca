package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.introspect.Statements;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Lease;
import io.gazetteer.worker.runtime.connect.OpenSource;
import io.gazetteer.worker.runtime.connect.Sources;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Makes plans: asks the source for all of its relations and cuts them into batches. */
@Component
final class Lister {
  private final Sources sources;
  private final Disappeared disappeared;
  private final CrawlSettings settings;

  Lister(Sources sources, Disappeared disappeared, CrawlSettings settings) {
    this.sources = sources;
    this.disappeared = disappeared;
    this.settings = settings;
  }

  /** Lists the source's relations, under a lease that the caller keeps. */
  Plan list(CrawlRef crawl, Lease lease) throws SourceException {
    try (var source = sources.open(crawl.dataSourceId(), lease)) {
      return list(crawl, source);
    } catch (SQLException e) {
      lease.check();
      throw SourceException.of(e);
    }
  }

  private Plan list(CrawlRef crawl, OpenSource source) throws SQLException, SourceException {
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
}
