package io.gazetteer.worker.index.documents;

import io.gazetteer.common.words.IdentifierAnalyzer;
import io.gazetteer.common.words.Stems;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Splits names into words, and remembers these: most names of a database ({@code id}, {@code
 * created_at}) are those of many tables, and each column's are needed for its own document and for
 * its table's. Thread safe.
 */
final class NameWords {
  /** A few hundred kilobytes. */
  private static final int REMEMBERED = 4_096;

  private final IdentifierAnalyzer identifiers = IdentifierAnalyzer.standard();
  private final Map<String, Split> remembered = new ConcurrentHashMap<>();

  private record Split(String words, String stems) {}

  String words(String name) {
    return split(name).words();
  }

  /** The stems of the words, for questions. */
  String stems(String name) {
    return split(name).stems();
  }

  private Split split(String name) {
    var known = remembered.get(name);
    if (known != null) {
      return known;
    }
    var words = identifiers.words(name);
    var split = new Split(words, Stems.ofAll(words));
    if (remembered.size() < REMEMBERED) {
      remembered.put(name, split);
    }
    return split;
  }
}
