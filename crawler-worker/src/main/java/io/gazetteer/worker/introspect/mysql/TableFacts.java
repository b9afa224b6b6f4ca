package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds what the queries of a batch say of one table or view, before it is put together. */
final class TableFacts {

  /** Says what a foreign key does. */
  record Rules(ReferentialAction onDelete, ReferentialAction onUpdate) {}

  final List<MySqlColumn> columns = new ArrayList<>();
  final Map<String, MySqlIndex> indexes = new TreeMap<>();
  final Map<String, MySqlForeignKey> foreignKeys = new TreeMap<>();
  final Map<String, Rules> rules = new HashMap<>();
  final List<Relation.CheckConstraint> checks = new ArrayList<>();
  final Set<String> periods = new HashSet<>();
  int referencedBy;
  @Nullable TableHeader header;
  @Nullable Long rowEstimate;
  @Nullable String partitionKey;
  @Nullable String viewText;
}
