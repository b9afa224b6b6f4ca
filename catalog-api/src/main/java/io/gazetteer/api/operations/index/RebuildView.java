package io.gazetteer.api.operations.index;

import io.gazetteer.common.catalog.IndexRebuild;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild as the API shows it.
 *
 * @param error why it failed; while it is live, why its last attempt did
 */
public record RebuildView(
    UUID id,
    String reason,
    String state,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    long tablesCopied,
    @Nullable Long tablesTotal,
    IndexRebuild.@Nullable RebuildError error) {

  static RebuildView of(IndexRebuild rebuild) {
    return new RebuildView(
        rebuild.id(),
        rebuild.reason().name(),
        rebuild.state().name(),
        rebuild.createdAt(),
        rebuild.startedAt(),
        rebuild.finishedAt(),
        rebuild.tablesCopied(),
        rebuild.tablesTotal(),
        rebuild.error());
  }
}
