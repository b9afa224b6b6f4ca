package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.DescribedTable.Reference;
import io.gazetteer.api.search.joins.DescribedTables.Place;
import io.gazetteer.common.relation.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds the keys that link tables of one data source. Thread safe. */
@Component
public final class KeyLinks {
  private final DescribedTables tables;
  private final LikelyNeighbours neighbours;

  KeyLinks(DescribedTables tables, LikelyNeighbours neighbours) {
    this.tables = tables;
    this.neighbours = neighbours;
  }

  /** Reads tables, at most a hundred; those that are gone are not there. */
  public Map<TableName, DescribedTable> read(UUID dataSourceId, Collection<TableName> names) {
    return tables.read(dataSourceId, names);
  }

  /** Finds tables that no declared key links with this one, and an inferred one does, by name. */
  public List<TableName> inferredNeighbours(UUID dataSourceId, TableName table) {
    var likely =
        new ArrayList<>(neighbours.of(new Place(dataSourceId, table.schema(), table.table())));
    likely.add(0, table);
    var read = tables.read(dataSourceId, likely);
    return InferredLinks.among(read, declared(read)).stream()
        .filter(link -> link.from().equals(table) || link.to().equals(table))
        .map(link -> link.from().equals(table) ? link.to() : link.from())
        .distinct()
        .sorted(Comparator.comparing(TableName::path))
        .toList();
  }

  /** Finds the keys that link these tables, also each with itself: the declared ones first. */
  public static List<KeyLink> among(Map<TableName, DescribedTable> tables) {
    var links = new ArrayList<>(declared(tables));
    links.addAll(InferredLinks.among(tables, links));
    return links;
  }

  private static List<KeyLink> declared(Map<TableName, DescribedTable> tables) {
    var links = new ArrayList<KeyLink>();
    for (DescribedTable table : tables.values()) {
      for (Reference key : table.references()) {
        if (tables.containsKey(key.target())) {
          links.add(
              new KeyLink(
                  table.name(),
                  key.columns(),
                  key.target(),
                  key.targetColumns(),
                  true,
                  table.isUnique(key.columns()),
                  key.name().isEmpty() ? "foreign key" : "foreign key " + key.name()));
        }
      }
    }
    links.sort(
        Comparator.<KeyLink, String>comparing(link -> link.from().path())
            .thenComparing(KeyLink::evidence));
    return links;
  }
}
