package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Infers which columns refer to which keys, as {@link KeyNames} compares them. Each name is
 * analysed once, so that many wide tables take some milliseconds.
 */
final class InferredLinks {
  /** The tables whose key has one column, by each of the words that a column may have for it. */
  private final Map<String, List<Key>> keys = new HashMap<>();

  private final Map<TableName, DescribedTable> tables;
  private final Set<Set<TableName>> linked = new HashSet<>();

  private record Key(TableName table, String column, String type) {}

  private InferredLinks(Map<TableName, DescribedTable> tables, Collection<KeyLink> declared) {
    this.tables = tables;
    for (KeyLink link : declared) {
      linked.add(Set.of(link.from(), link.to().equals(link.from()) ? NONE : link.to()));
    }
    for (DescribedTable table : sorted()) {
      var columns = table.primaryKey();
      if (columns.size() == 1) {
        add(table, columns.getFirst());
      }
    }
  }

  private static final TableName NONE = new TableName("", "");

  /** Finds the links between tables that no declared key links. */
  static List<KeyLink> among(Map<TableName, DescribedTable> tables, Collection<KeyLink> declared) {
    return new InferredLinks(tables, declared).links();
  }

  private List<DescribedTable> sorted() {
    return tables.values().stream()
        .sorted(Comparator.comparing(table -> table.name().path()))
        .toList();
  }

  private void add(DescribedTable table, String column) {
    var type =
        table.columns().stream()
            .filter(one -> one.name().equals(column))
            .map(TableColumn::type)
            .findFirst()
            .orElse("");
    var key = new Key(table.name(), column, type);
    var words = KeyNames.words(column);
    if (words.isEmpty()) {
      return;
    }
    if (!KeyNames.isGeneric(words)) {
      keys.computeIfAbsent(words, none -> new ArrayList<>()).add(key);
    }
    keys.computeIfAbsent(
            KeyNames.words(table.name().table()) + " " + words, none -> new ArrayList<>())
        .add(key);
  }

  private List<KeyLink> links() {
    var links = new ArrayList<KeyLink>();
    for (DescribedTable table : sorted()) {
      var referring = table.referring();
      for (TableColumn column : table.columns()) {
        if (!referring.contains(column.name())) {
          addLinks(table, column, links);
        }
      }
    }
    return links;
  }

  private void addLinks(DescribedTable table, TableColumn column, List<KeyLink> links) {
    for (Key key : keys.getOrDefault(KeyNames.words(column.name()), List.of())) {
      if (!key.table().equals(table.name())
          && KeyNames.sameType(column.type(), key.type())
          && linked.add(Set.of(table.name(), key.table()))) {
        links.add(
            new KeyLink(
                table.name(),
                List.of(column.name()),
                key.table(),
                List.of(key.column()),
                false,
                table.isUnique(List.of(column.name())),
                "inferred: it is called as the primary key of %s, and has its type"
                    .formatted(key.table().path())));
      }
    }
  }
}
