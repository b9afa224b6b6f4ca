package io.gazetteer.worker.introspect.postgresql;

import org.jspecify.annotations.Nullable;

/** A type that columns of a batch have, one object for all of them. */
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

  /** Null until it is resolved, and when the type was dropped meanwhile. */
  @Nullable ResolvedType resolved() {
    return resolved;
  }
}
