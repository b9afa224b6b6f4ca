package io.gazetteer.api.search.suggest;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import org.springframework.stereotype.Component;

/** Finds the data sources that a request is about, from memory. Thread safe. */
@Component
final class Scopes {
  private final DataSourceDirectory sources;

  Scopes(DataSourceDirectory sources) {
    this.sources = sources;
  }

  /** A deleted data source's documents may still be in the index, and are not to be seen. */
  Scope find(WantedDataSources wanted) {
    var now = sources.now();
    return wanted.isAny()
        ? new Scope(false, now.hidden())
        : new Scope(true, now.matching(wanted::fits));
  }
}
