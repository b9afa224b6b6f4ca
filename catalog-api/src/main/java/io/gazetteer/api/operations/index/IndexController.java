package io.gazetteer.api.operations.index;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.SearchIndexes;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class IndexController {
  private static final URI INDEX = URI.create("/api/index");

  private final IndexRebuilds rebuilds;
  private final IndexSizes sizes;
  private final Audit audit;

  IndexController(IndexRebuilds rebuilds, IndexSizes sizes, Audit audit) {
    this.rebuilds = rebuilds;
    this.sizes = sizes;
    this.audit = audit;
  }

  /** The indexes in use, and the newest rebuild. */
  record IndexView(List<IndexSizes.IndexSize> indexes, @Nullable RebuildView rebuild) {}

  @GetMapping("/api/index")
  IndexView read() {
    return new IndexView(sizes.read(), rebuilds.findLatest().map(RebuildView::of).orElse(null));
  }

  @Creates
  @PostMapping("/api/index/rebuild")
  ResponseEntity<RebuildView> rebuild() {
    var rebuild =
        rebuilds
            .request(Reason.REQUESTED, SearchIndexes.definitionVersion())
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.REBUILD_RUNNING, "A rebuild of the index is running already"));
    audit.record("index_rebuild_requested", rebuild.id(), Map.of());
    return ResponseEntity.accepted().location(INDEX).body(RebuildView.of(rebuild));
  }
}
