package io.gazetteer.api.schema.tables;

import io.gazetteer.api.index.Refill;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds tables by name, with one request to the index unless very many have it. Thread safe. */
@Component
public final class TableLookup {
  /** Few schemas share a table's name; more of them are streamed. */
  static final int AT_ONCE = 10;

  private final TableIndex index;
  private final Refill refill;

  TableLookup(TableIndex index, Refill refill) {
    this.index = index;
    this.refill = refill;
  }

  /**
   * Holds the tables that fit best, in the order of schema and name.
   *
   * @param first of these documents are as many as come at once
   * @param rest fits those and more; null when they are all
   */
  public record Found(List<TableDocument> first, @Nullable TableFilter rest) {
    /** Returns the place of the last of the first ones. */
    public TableRef end() {
      return first.getLast().reference();
    }
  }

  /**
   * Finds the tables of this name that fit best; empty when none does.
   *
   * @param schema null for any
   */
  public Optional<Found> find(TableFilter source, @Nullable String schema, String name) {
    var match = TableLookupQuery.of(name, Optional.ofNullable(schema));
    var documents = index.match(source, match.query(source), AT_ONCE);
    if (documents.isEmpty()) {
      refill.requireNone(Optional.of(source.dataSourceId()));
      return Optional.empty();
    }
    double best = documents.getFirst().score();
    var first = documents.stream().takeWhile(document -> document.score() == best).toList();
    return Optional.of(
        new Found(first, first.size() < AT_ONCE ? null : match.filter(source, best)));
  }
}
