package io.gazetteer.worker.history;

import io.gazetteer.common.index.DocumentIds;
import io.gazetteer.worker.history.Changes.RelationName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Holds relations of one data source by the ids of their documents. Not thread safe. */
public final class RelationNames {
  private final UUID dataSourceId;
  private final Map<String, RelationName> names = new HashMap<>();

  public RelationNames(UUID dataSourceId) {
    this.dataSourceId = dataSourceId;
  }

  public RelationNames copy() {
    var copy = new RelationNames(dataSourceId);
    copy.addAll(this);
    return copy;
  }

  public void add(RelationName name) {
    names.put(DocumentIds.table(dataSourceId, name.schema(), name.name()), name);
  }

  public void addAll(String schema, String[] relations) {
    for (String relation : relations) {
      add(new RelationName(schema, relation));
    }
  }

  public void addAll(RelationNames others) {
    names.putAll(others.names);
  }

  public void removeAll(Collection<RelationName> others) {
    others.forEach(
        name -> names.remove(DocumentIds.table(dataSourceId, name.schema(), name.name())));
  }

  public void removeAll(RelationNames others) {
    names.keySet().removeAll(others.names.keySet());
  }

  /** Keeps only the relations that the others have, too. */
  public RelationNames retain(RelationNames others) {
    names.keySet().retainAll(others.names.keySet());
    return this;
  }

  public Optional<RelationName> find(String id) {
    return Optional.ofNullable(names.get(id));
  }

  public Set<String> ids() {
    return names.keySet();
  }

  public Collection<RelationName> values() {
    return names.values();
  }

  /** Returns the relations whose documents are not among these. */
  public List<RelationName> without(Collection<String> ids) {
    return names.entrySet().stream()
        .filter(entry -> !ids.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
