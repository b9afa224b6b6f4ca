package io.gazetteer.common.index;

import io.gazetteer.common.digest.Sha256;
import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes the numbers by which hits are folded. Tables that differ in nothing but their schema or
 * their database have the same, and so have their columns: a schema of each tenant, a database of
 * each shard. The partitions of one table have the same, too, whatever they are called, and so have
 * the partitions of its partitions.
 */
public final class FoldKeys {
  private static final Pattern DIGITS = Pattern.compile("\\d+");

  /** An odd number without a pattern: its multiples fill the numbers of 64 bits evenly. */
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private FoldKeys() {}

  /** Returns the key of a relation. */
  public static long of(UUID dataSourceId, Relation relation) {
    var digest = Sha256.begin();
    var partitionOf = relation.partitionOf();
    if (partitionOf == null) {
      addFacts(relation, digest);
    } else {
      add(dataSourceId.toString(), digest);
      add(DIGITS.matcher(partitionOf).replaceAll("#"), digest);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  /**
   * Returns the key of a column.
   *
   * @param table that of its relation
   * @param place how many of the relation's columns have a name that is sorted before
   */
  public static long ofColumn(long table, int place) {
    return table + (place + 1) * STEP;
  }

  private static void addFacts(Relation relation, MessageDigest digest) {
    add(relation.kind().jsonName(), digest);
    add(relation.name(), digest);
    add(relation.comment(), digest);
    relation.columns().stream()
        .sorted(Comparator.comparing(Column::name))
        .forEach(
            column -> {
              add(column.name(), digest);
              add(column.dataType(), digest);
              add(column.comment(), digest);
            });
  }

  /** Lengths go before texts, so that no two relations look the same. */
  private static void add(@Nullable String text, MessageDigest digest) {
    if (text == null) {
      digest.update((byte) 0);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 1).putInt(bytes.length).flip());
    digest.update(bytes);
  }
}
