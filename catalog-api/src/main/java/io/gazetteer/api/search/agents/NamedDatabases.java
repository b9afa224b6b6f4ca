package io.gazetteer.api.search.agents;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds the databases that an agent names, by name or id. Thread safe. */
@Component
final class NamedDatabases {
  private static final int MOST_NEAREST = 10;

  /** No database has a longer name. */
  private static final int LONGEST_NAME = 300;

  private final DataSourceDirectory directory;

  NamedDatabases(DataSourceDirectory directory) {
    this.directory = directory;
  }

  Optional<DataSourceEntry> find(String id) {
    return directory.now().find(id);
  }

  /** Returns all databases, in order. */
  List<DataSourceEntry> all() {
    var now = directory.now();
    return now.matching(source -> true).stream().flatMap(id -> now.find(id).stream()).toList();
  }

  /**
   * Returns those of this name, in another case when none has it exactly.
   *
   * @throws ToolFailure when there is none, with the nearest names
   */
  List<DataSourceEntry> named(String nameOrId) {
    if (nameOrId.length() > LONGEST_NAME) {
      throw new ToolFailure("No database has so long a name. The tool sources lists all.");
    }
    var all = all();
    var exact =
        all.stream()
            .filter(s -> s.dbName().equals(nameOrId) || s.id().toString().equals(nameOrId))
            .toList();
    var found =
        exact.isEmpty()
            ? all.stream().filter(s -> s.dbName().equalsIgnoreCase(nameOrId)).toList()
            : exact;
    if (found.isEmpty()) {
      throw new ToolFailure(
          "There is no database "
              + nameOrId
              + ". "
              + (all.isEmpty()
                  ? "No database is registered."
                  : "Databases with the nearest names: " + nearest(nameOrId, all) + ".")
              + " The tool sources lists all.");
    }
    return found;
  }

  /** Puts the parameters of the API that choose the database that an argument names. */
  Map<String, String[]> parameters(ToolArguments arguments) {
    var parameters = new LinkedHashMap<String, String[]>();
    arguments
        .find("database")
        .map(this::named)
        .ifPresent(
            found -> {
              if (found.size() == 1) {
                parameters.put("id", new String[] {found.getFirst().id().toString()});
              } else {
                parameters.put(
                    "db_name",
                    found.stream().map(DataSourceEntry::dbName).distinct().toArray(String[]::new));
              }
            });
    arguments.find("schema").ifPresent(schema -> parameters.put("schema", new String[] {schema}));
    return parameters;
  }

  private static String nearest(String name, List<DataSourceEntry> all) {
    var common = new TreeMap<String, Integer>();
    all.forEach(source -> common.computeIfAbsent(source.dbName(), other -> inCommon(name, other)));
    return common.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .limit(MOST_NEAREST)
        .collect(Collectors.joining(", "));
  }

  /** Counts the pairs of letters that both names have: more of them are nearer. */
  private static int inCommon(String one, String other) {
    var left = one.toLowerCase(Locale.ROOT);
    var right = other.toLowerCase(Locale.ROOT);
    int common = 0;
    for (int i = 0; i + 2 <= left.length(); i++) {
      common += right.contains(left.substring(i, i + 2)) ? 1 : 0;
    }
    return common;
  }
}
