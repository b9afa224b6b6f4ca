package io.gazetteer.api.operations.index;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.SearchIndexes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks after the search index as the API and the pages do it. Thread safe. */
@Component
public class IndexAdministration {
  private final IndexRebuilds rebuilds;
  private final IndexSizes sizes;
  private final Audit audit;

  IndexAdministration(IndexRebuilds rebuilds, IndexSizes sizes, Audit audit) {
    this.rebuilds = rebuilds;
    this.sizes = sizes;
    this.audit = audit;
  }

  /** The indexes in use, and the newest rebuild. */
  public record IndexView(List<IndexSize> indexes, @Nullable RebuildView rebuild) {
    public IndexView {
      indexes = List.copyOf(indexes);
    }
  }

  public IndexView read() {
    return new IndexView(sizes.read(), newestRebuild().orElse(null));
  }

  /** Returns the newest rebuild, running or ended. */
  public Optional<RebuildView> newestRebuild() {
    return rebuilds.findLatest().map(RebuildView::of);
  }

  /** Asks the workers for a rebuild; empty when one is running already. */
  public Optional<RebuildView> rebuild() {
    var rebuild = rebuilds.request(Reason.REQUESTED, SearchIndexes.definitionVersion());
    rebuild.ifPresent(one -> audit.record("index_rebuild_requested", one.id(), Map.of()));
    return rebuild.map(RebuildView::of);
  }
}
