package io.gazetteer.api.sources;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds all data sources as they were at one time. Immutable. */
public final class DataSourceSnapshot {
  private final Map<String, DataSourceEntry> byId = new HashMap<>();
  private final Map<String, List<String>> idsByWord = new HashMap<>();
  private final List<String> hidden = new ArrayList<>();

  public DataSourceSnapshot(Collection<DataSourceEntry> sources) {
    for (DataSourceEntry source : sources) {
      var id = source.id().toString();
      if (source.deleted()) {
        hidden.add(id);
      } else {
        byId.put(id, source);
        source
            .words()
            .forEach(word -> idsByWord.computeIfAbsent(word, none -> new ArrayList<>()).add(id));
      }
    }
  }

  /** Returns the ids of deleted ones, whose documents may still be in the index. */
  public List<String> hidden() {
    return Collections.unmodifiableList(hidden);
  }

  /** Finds a data source that is registered. */
  public Optional<DataSourceEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Returns the ids of the data sources that fit, in order. */
  public List<String> matching(Predicate<DataSourceEntry> predicate) {
    return byId.entrySet().stream()
        .filter(entry -> predicate.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toList());
  }

  /**
   * Returns the ids of the data sources whose database has this name, in order.
   *
   * @param nameOrPattern in any case; {@code *} and {@code ?} stand for other characters
   */
  public List<String> named(String nameOrPattern) {
    var pattern = DatabaseNames.typed(nameOrPattern);
    return matching(source -> pattern.matches(source.dbName()));
  }

  /** Returns the ids of the data sources whose database has this word in its name. */
  public List<String> withWord(String word) {
    return Collections.unmodifiableList(idsByWord.getOrDefault(word, List.of()));
  }
}
