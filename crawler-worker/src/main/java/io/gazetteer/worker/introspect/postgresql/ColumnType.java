package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.Nullable;

/** Is a type that columns of a batch have; all of them share one object. */
final class ColumnType {
  private final TypeKey key;
  private @Nullable ResolvedType resolved;

  ColumnType(TypeKey key) {
    this.key = key;
  }

  TypeKey key() {
    return key;
  }

  void resolve(@Nullable ResolvedType type) {
    resolved = type;
  }

  /** Returns null until the type is resolved, and when it was dropped meanwhile. */
  @Nullable ResolvedType resolved() {
    return resolved;
  }
}
