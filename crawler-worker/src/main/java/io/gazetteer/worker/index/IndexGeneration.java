package io.gazetteer.worker.index;

import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexDefinition;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Names the indexes of one rebuild; no other rebuild and no other attempt has the same names.
 *
 * @param suffix what follows the version of the definition, for example {@code
 *     20300102030405-1f2e3d4c}
 */
public record IndexGeneration(String suffix) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);
  private static final int RANDOM_CHARACTERS = 8;

  public static IndexGeneration at(Instant now) {
    var random = UUID.randomUUID().toString().substring(0, RANDOM_CHARACTERS);
    return new IndexGeneration(TIME.format(now) + "-" + random);
  }

  /** Returns the index's name, for example {@code gazetteer-tables-v1-20300102030405-1f2e3d4c}. */
  public String index(IndexAlias alias) {
    return IndexDefinition.load(alias).indexName() + "-" + suffix;
  }

  /**
   * Returns where to write while the index is loaded. It is an alias: a write that comes late, when
   * the index is gone, is then refused and does not make an index without a definition.
   */
  public String loadingAlias(IndexAlias alias) {
    return index(alias) + "-loading";
  }
}
