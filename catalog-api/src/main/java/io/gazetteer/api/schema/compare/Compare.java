package io.gazetteer.api.schema.compare;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.compare.ComparedNames.Pair;
import io.gazetteer.api.schema.compare.ComparedNames.Side;
import io.gazetteer.api.schema.compare.Comparison.ComparedTable;
import io.gazetteer.api.schema.compare.Comparison.Place;
import io.gazetteer.api.schema.past.PastTables;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.common.source.DatabaseKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Compares two data sources, or one at two times, a part at a time. Thread safe. */
@Component
public final class Compare {
  /** So many tables are looked at for one part. */
  private static final int AT_ONCE = 100;

  private final ComparedNames names;
  private final PastTables tables;
  private final DataSources dataSources;

  Compare(ComparedNames names, PastTables tables, DataSources dataSources) {
    this.names = names;
    this.tables = tables;
    this.dataSources = dataSources;
  }

  /**
   * What is compared.
   *
   * @param leftSchema only this; when both sides have one, tables are paired by their names alone
   * @param leftAt null for now
   */
  public record Wanted(
      UUID left,
      @Nullable String leftSchema,
      @Nullable Instant leftAt,
      UUID right,
      @Nullable String rightSchema,
      @Nullable Instant rightAt) {}

  /**
   * Compares a part. It ends when enough tables were looked at, even if all of them are the same.
   *
   * @param after the end of the part before; null for the first
   * @throws NotFoundException when a data source is not there, or has no history of that time
   */
  public Comparison part(Wanted wanted, @Nullable Place after) {
    var left = source(wanted.left(), wanted.leftAt());
    var right = source(wanted.right(), wanted.rightAt());
    // Names differ in case from server to server where a server does not care.
    boolean anyCase = !isExact(left) || !isExact(right);
    var pairs =
        names.page(
            new Side(wanted.left(), wanted.leftSchema(), wanted.leftAt()),
            new Side(wanted.right(), wanted.rightSchema(), wanted.rightAt()),
            anyCase,
            after == null ? Place.START : after,
            AT_ONCE + 1);
    var shown = pairs.stream().limit(AT_ONCE).toList();
    var here = described(wanted.left(), shown.stream().map(Pair::left), wanted.leftAt());
    var there = described(wanted.right(), shown.stream().map(Pair::right), wanted.rightAt());
    var found = new ArrayList<ComparedTable>();
    for (Pair pair : shown) {
      compared(pair, here, there, anyCase).ifPresent(found::add);
    }
    return new Comparison(
        found, shown.size(), pairs.size() > AT_ONCE ? shown.getLast().place() : null);
  }

  private DataSource source(UUID id, @Nullable Instant at) {
    if (at != null) {
      tables.requireHistory(id, at);
    }
    return dataSources
        .find(id)
        .orElseThrow(() -> new NotFoundException("There is no such data source"));
  }

  private static boolean isExact(DataSource source) {
    return source.kind() == DatabaseKind.POSTGRESQL;
  }

  private Map<String, JsonNode> described(
      UUID id, Stream<Optional<TableName>> named, @Nullable Instant at) {
    return tables.all(id, named.flatMap(Optional::stream).toList(), at);
  }

  private static Optional<ComparedTable> compared(
      Pair pair, Map<String, JsonNode> here, Map<String, JsonNode> there, boolean anyCase) {
    var left = pair.left().map(TableName::path).orElse(null);
    var right = pair.right().map(TableName::path).orElse(null);
    var one = left == null ? null : here.get(left);
    var other = right == null ? null : there.get(right);
    if (isPartition(one) || isPartition(other)) {
      return Optional.empty();
    }
    if (left == null || right == null) {
      var found = left == null ? "right" : "left";
      return Optional.of(
          new ComparedTable(found, left, right, one == null && other == null, List.of()));
    }
    if (one == null || other == null) {
      return Optional.of(new ComparedTable("both", left, right, true, List.of()));
    }
    var differences = TableDifferences.between(one, other, anyCase);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(new ComparedTable("both", left, right, false, differences));
  }

  /** Partitions come and go, and say nothing that their parent does not. */
  private static boolean isPartition(@Nullable JsonNode table) {
    return table != null && table.path("kind").asString("").equals("partition");
  }
}
