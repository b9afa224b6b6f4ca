package io.gazetteer.common.index;

import java.util.Locale;

/**
 * Names the two search indexes. Readers and writers use the alias; the index behind it carries the
 * version of its definition in its name.
 */
public enum IndexAlias {
  /** This index has one document for each relation. */
  TABLES,
  /** This index has one document for each column. */
  COLUMNS;

  /** Returns the alias, for example {@code gazetteer-tables}. */
  public String alias() {
    return "gazetteer-" + name().toLowerCase(Locale.ROOT);
  }

  /** Returns both aliases, as Elasticsearch's paths take them. */
  public static String both() {
    return TABLES.alias() + "," + COLUMNS.alias();
  }

  /** Returns the name of the resource that holds the definition. */
  String definitionResource() {
    return "/index/" + name().toLowerCase(Locale.ROOT) + ".json";
  }
}
