package io.gazetteer.api.pages;

import io.gazetteer.api.sources.DataSourceEntry;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.pages.Links;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the paths of tables and databases, from the first page, and reads them again. */
public final class TablePath {
  /** Servers refuse paths with these in a name, however they are spelled. */
  private static final Pattern UNFIT =
      Pattern.compile("[/\\\\;%\\p{Cntrl}\\p{Zl}\\p{Zp}]|^\\.{0,2}$");

  private final DataSourceSnapshot sources;

  public TablePath(DataSourceSnapshot sources) {
    this.sources = sources;
  }

  /** Returns the path of a table. */
  public String of(String dataSourceId, String dbName, String schema, String table) {
    var database = name(dataSourceId, dbName);
    return isFit(database) && isFit(schema) && isFit(table)
        ? "db/%s/%s/%s"
            .formatted(Links.encoded(database), Links.encoded(schema), Links.encoded(table))
        : "table?db=%s&schema=%s&table=%s"
            .formatted(Links.encoded(database), Links.encoded(schema), Links.encoded(table));
  }

  /** Returns the path of the diagram of a data source. */
  public String diagram(String dataSourceId, String dbName) {
    return "db/" + Links.encoded(nameInPath(dataSourceId, dbName)) + "/diagram";
  }

  /** Returns what stands for a data source in the path of its diagram. */
  public String nameInPath(String dataSourceId, String dbName) {
    var name = name(dataSourceId, dbName);
    return isFit(name) ? name : dataSourceId;
  }

  /** Returns what stands for a data source in paths: its database's name, or an id if need be. */
  public String name(String dataSourceId, String dbName) {
    return all(dbName).size() == 1 ? dbName : dataSourceId;
  }

  /** Finds the data source that a path names; empty when there is none, or more than one. */
  public Optional<DataSourceEntry> find(String name) {
    var named = all(name);
    return named.size() == 1 ? sources.find(named.getFirst()) : sources.find(name);
  }

  private List<String> all(String dbName) {
    return sources.matching(source -> source.dbName().equals(dbName));
  }

  private static boolean isFit(String name) {
    return !UNFIT.matcher(name).find();
  }
}
