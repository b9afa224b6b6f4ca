package io.gazetteer.api.schema.caching;

import io.gazetteer.api.sources.DatabaseRef;
import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Says what the catalog knows of a data source's documents.
 *
 * @param newest its newest crawl, whatever its state; null when it has none (any more)
 * @param isFirst whether a crawl is live and none before it has brought the index up to date
 * @param name another one whenever documents may be others; null while they may be changing
 */
public record SchemaVersion(@Nullable Crawl newest, boolean isFirst, @Nullable String name) {
  static final SchemaVersion NONE = new SchemaVersion(null, false, null);

  /** To be counted up when the same documents are answered in another way. */
  private static final int SHAPE = 2;

  /**
   * Makes the entity tag of the answer to a question about the data source; null when it has none
   * now.
   */
  public @Nullable EntityTag entityTag(DataSource source, @Nullable Object... question) {
    return name == null
        ? null
        : EntityTag.of(
            SHAPE,
            name,
            source.id(),
            source.kind(),
            source.port(),
            // As the answer names it, which is not the same to everyone.
            DatabaseRef.of(source),
            question);
  }
}
