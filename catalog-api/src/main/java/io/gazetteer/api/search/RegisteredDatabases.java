package io.gazetteer.api.search;

import io.gazetteer.api.search.query.Wildcards;
import io.gazetteer.api.search.terms.KnownDatabases;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.catalog.NamePattern;
import java.util.List;
import org.springframework.stereotype.Component;

/** The databases that queries can name, from memory. Thread safe. */
@Component
final class RegisteredDatabases implements KnownDatabases {
  private final DataSourceDirectory sources;

  RegisteredDatabases(DataSourceDirectory sources) {
    this.sources = sources;
  }

  @Override
  public List<String> withWord(String word) {
    return sources.now().withWord(word);
  }

  @Override
  public List<String> named(String nameOrPattern) {
    if (!Wildcards.areIn(nameOrPattern)) {
      return sources.now().matching(source -> source.dbName().equalsIgnoreCase(nameOrPattern));
    }
    var pattern = new NamePattern(nameOrPattern);
    return sources.now().matching(source -> pattern.matches(source.dbName()));
  }
}
