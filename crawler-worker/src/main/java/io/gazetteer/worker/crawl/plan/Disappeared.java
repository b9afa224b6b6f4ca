package io.gazetteer.worker.crawl.plan;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.history.Changes.RelationName;
import io.gazetteer.worker.history.KnownRelations;
import io.gazetteer.worker.history.RelationNames;
import io.gazetteer.worker.introspect.Listing;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.runtime.connect.OpenDataSource;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks into what earlier crawls know and a listing lacks: where a listing shows only what the user
 * may see, a table that was revoked looks like one that was dropped.
 */
@Component
final class Disappeared {
  private final KnownRelations known;
  private final CrawlSettings settings;

  Disappeared(KnownRelations known, CrawlSettings settings) {
    this.known = known;
    this.settings = settings;
  }

  /**
   * Returns the relations that may still be there, each with the reason. None when so many are
   * missing that the crawl will be held anyway.
   */
  List<ReadOutcome.Failed> unproven(UUID dataSourceId, OpenDataSource source, Listing listing)
      throws SQLException {
    var present = known.read(dataSourceId).present();
    int all = present.values().size();
    present.removeAll(names(dataSourceId, listing));
    var filters = source.options().filters().matcher();
    var missing =
        present.values().stream()
            .filter(name -> filters.includes(name.schema(), name.name()))
            .map(name -> new RelationRef(0, name.schema(), name.name(), RelationKind.TABLE, 0))
            .toList();
    return missing.size() > settings.heldAbove() * all
        ? List.of()
        : source.introspector().unproven(source.connection(), missing);
  }

  private static RelationNames names(UUID dataSourceId, Listing listing) {
    var names = new RelationNames(dataSourceId);
    listing.relations().forEach(ref -> names.add(new RelationName(ref.schema(), ref.name())));
    return names;
  }
}
