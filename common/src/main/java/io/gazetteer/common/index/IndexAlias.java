package io.gazetteer.common.index;

import java.util.Locale;

/**
 * The two search indexes. Readers and writers use the alias; the index behind it carries the
 * version of its definition in its name.
 */
public enum IndexAlias {
  /** One document for each relation. */
  TABLES,
  /** One document for each column. */
  COLUMNS;

  /** The alias, for example {@code gazetteer-tables}. */
  public String alias() {
    return "gazetteer-" + name().toLowerCase(Locale.ROOT);
  }

  /** Both aliases, as Elasticsearch's paths take them. */
  public static String both() {
    return TABLES.alias() + "," + COLUMNS.alias();
  }

  /** The resource that holds the definition. */
  String definitionResource() {
    return "/index/" + name().toLowerCase(Locale.ROOT) + ".json";
  }
}
