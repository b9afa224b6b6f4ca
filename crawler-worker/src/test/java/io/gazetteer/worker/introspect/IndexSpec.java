package io.gazetteer.worker.introspect;

import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in few words what an index should look like: a btree in ascending order, unless it says. */
public final class IndexSpec {
  /** What nulls do in each server's usual order; PostgreSQL has a choice. */
  private static final IndexKey POSTGRES = new IndexKey("asc", "last", null, null);

  private static final IndexKey MYSQL = new IndexKey("asc", null, null, null);
  private static final IndexKey NONE = new IndexKey(null, null, null, null);

  private final String name;
  private final List<String> columns;
  private final List<IndexKey> keys = new ArrayList<>();
  private List<String> included = List.of();
  private boolean unique;
  private boolean primary;
  private String method = "btree";
  private @Nullable String predicate;

  private IndexSpec(String name, List<String> columns) {
    this.name = name;
    this.columns = columns;
  }

  public static IndexSpec of(String name, String... columns) {
    return new IndexSpec(name, List.of(columns));
  }

  public IndexSpec unique() {
    unique = true;
    return this;
  }

  public IndexSpec primary() {
    primary = true;
    return unique();
  }

  public IndexSpec method(String other) {
    method = other;
    return this;
  }

  public IndexSpec key(IndexKey key) {
    keys.add(key);
    return this;
  }

  public IndexSpec including(String... others) {
    included = List.of(others);
    return this;
  }

  public IndexSpec where(String condition) {
    predicate = condition;
    return this;
  }

  public Relation.Index build() {
    while (keys.size() < columns.size()) {
      keys.add(method.equals("btree") ? POSTGRES : NONE);
    }
    return new Relation.Index(
        name, columns, keys, included, unique, false, primary, true, method, predicate);
  }

  /** Returns the same as MySQL and MariaDB tell it: they have no choice of where nulls go. */
  static Relation.Index ofMySql(Relation.Index index) {
    return new Relation.Index(
        index.name(),
        index.columns(),
        index.keys().stream().map(key -> key.equals(POSTGRES) ? MYSQL : key).toList(),
        index.includedColumns(),
        index.unique(),
        index.nullsNotDistinct(),
        index.primary(),
        index.valid(),
        index.method(),
        index.predicate());
  }
}
