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

/** All data sources at one time. Immutable. */
public final class Sources {
  private final Map<String, Source> byId = new HashMap<>();
  private final Map<String, List<String>> idsByWord = new HashMap<>();
  private final List<String> hidden = new ArrayList<>();

  Sources(Collection<Source> sources) {
    for (Source source : sources) {
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

  /** Ids whose documents may still be in the index. */
  public List<String> hidden() {
    return Collections.unmodifiableList(hidden);
  }

  /** One that is registered now. */
  public Optional<Source> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** The ids of those that fit, in order. */
  public List<String> matching(Predicate<Source> predicate) {
    return byId.entrySet().stream()
        .filter(entry -> predicate.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .sorted()
        .collect(Collectors.toList());
  }

  /** The ids of those whose database's name has this word. */
  public List<String> withWord(String word) {
    return Collections.unmodifiableList(idsByWord.getOrDefault(word, List.of()));
  }
}
