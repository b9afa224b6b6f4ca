package io.gazetteer.api.search.terms;

import java.util.List;

/** The registered databases by their names. Thread safe. */
public interface KnownDatabases {
  /** Ids of the data sources whose database's name has this word. */
  List<String> withWord(String word);

  /** Ids of the data sources whose database has this name, in any case; it may be a pattern. */
  List<String> named(String nameOrPattern);
}
