package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.PlainText;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.api.schema.tables.CatalogTables;
import io.gazetteer.api.search.CatalogSearch;
import io.gazetteer.api.search.joins.DescribedTables;
import io.gazetteer.api.search.joins.DescribedTables.Place;
import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the one table that an agent names: by database, schema and name, or by the last of them.
 * Thread safe.
 */
@Component
@FromRequest
final class NamedTables {
  private static final int MOST_NEAREST = 5;
  private static final int LONGEST_NAME = 300;
  private static final int SHORT_NAME = 3;

  private final NamedDatabases databases;
  private final DescribedTables places;
  private final CatalogTables tables;
  private final CatalogSearch search;

  NamedTables(
      NamedDatabases databases,
      DescribedTables places,
      CatalogTables tables,
      CatalogSearch search) {
    this.databases = databases;
    this.places = places;
    this.tables = tables;
    this.search = search;
  }

  /** What a name led to. */
  sealed interface Result {}

  /** A table, and the database it is in. */
  record Found(DataSourceEntry source, DescribedTable table) implements Result {
    SqlNames names() {
      return SqlNames.of(source.dbType());
    }
  }

  /**
   * No table, or more than one.
   *
   * @param problem a sentence
   * @param nearest names that lead to a table
   */
  record Missing(String name, String problem, List<String> nearest) implements Result {
    String sentence() {
      return problem
          + (nearest.isEmpty()
              ? " The tool search finds tables by words."
              : " Use one of: " + String.join(", ", nearest) + ".");
    }
  }

  /**
   * Returns the table.
   *
   * @throws ToolFailure when there is none, or more than one
   */
  Found one(String name) {
    return switch (find(name)) {
      case Found found -> found;
      case Missing missing -> throw new ToolFailure(missing.sentence());
    };
  }

  Result find(String name) {
    if (name.length() > LONGEST_NAME) {
      return new Missing(
          name.substring(0, LONGEST_NAME), "No table has so long a name.", List.of());
    }
    var found = places(name);
    var exact =
        found.stream().filter(place -> name.endsWith(place.path()) || name.equals(place.name()));
    var best = exact.toList();
    var chosen = best.isEmpty() ? found : best;
    if (chosen.size() > 1) {
      return new Missing(
          name,
          PlainText.oneLine(name) + " may be one of " + chosen.size() + " tables.",
          chosen.stream().limit(MOST_NEAREST * 2L).map(this::path).toList());
    }
    return chosen.stream()
        .findFirst()
        .flatMap(this::described)
        .map(Result.class::cast)
        .orElseGet(
            () ->
                new Missing(
                    name, "There is no table " + PlainText.oneLine(name) + ".", nearest(name)));
  }

  /** In the databases that the name begins with; else in all of them. */
  private List<Place> places(String name) {
    var all = databases.all();
    var lower = name.toLowerCase(Locale.ROOT);
    var tried = new HashSet<String>();
    for (DataSourceEntry source : all) {
      for (var prefix : List.of(source.id().toString(), source.dbName())) {
        var start = prefix.toLowerCase(Locale.ROOT) + ".";
        if (lower.startsWith(start) && tried.add(start)) {
          var ids =
              all.stream()
                  .filter(s -> s.equals(source) || s.dbName().equalsIgnoreCase(prefix))
                  .map(s -> s.id().toString())
                  .toList();
          var found = places.named(name.substring(prefix.length() + 1), ids);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return all.isEmpty()
        ? List.of()
        : places.named(name, all.stream().map(source -> source.id().toString()).toList());
  }

  private Optional<Found> described(Place place) {
    return databases
        .find(place.dataSourceId().toString())
        .flatMap(
            source ->
                tables
                    .find(source.id(), place.schema(), place.name())
                    .map(json -> new Found(source, DescribedTable.of(json))));
  }

  /** A database whose name another one has, too, goes by its id. */
  private String path(Place place) {
    var source = databases.find(place.dataSourceId().toString());
    var database =
        source
            .filter(
                one ->
                    databases.all().stream().filter(s -> s.dbName().equals(one.dbName())).count()
                        == 1)
            .map(DataSourceEntry::dbName)
            .orElse(place.dataSourceId().toString());
    return PlainText.oneLine(database + '.' + place.path());
  }

  /** Returns the tables with words of the name, or else those that begin as it does. */
  private List<String> nearest(String name) {
    var words =
        name.substring(name.lastIndexOf('.') + 1).replaceAll("[^\\p{L}\\p{N}_]", " ").strip();
    if (words.isEmpty()) {
      return List.of();
    }
    var found = found(words);
    return found.isEmpty() && words.length() > SHORT_NAME
        ? found(words.substring(0, Math.max(SHORT_NAME, words.length() / 2)) + "*")
        : found;
  }

  private List<String> found(String words) {
    var parameters = Map.of("q", new String[] {words}, "mode", new String[] {"names"});
    var nearest = new ArrayList<String>();
    try {
      for (var hit : search.page(new Parameters(parameters)).hits()) {
        var path =
            PlainText.oneLine(hit.database().dbName() + '.' + hit.schema() + '.' + hit.table());
        if (!nearest.contains(path) && nearest.size() < MOST_NEAREST) {
          nearest.add(path);
        }
      }
    } catch (Problem e) {
      // The name is no text to search for.
      return List.of();
    }
    return nearest;
  }
}
