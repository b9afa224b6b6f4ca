package io.gazetteer.api.search.hits;

import io.gazetteer.common.index.IndexAlias;

/** Which documents a search asks for. */
public enum HitKind {
  ALL("", IndexAlias.TABLES.alias() + "," + IndexAlias.COLUMNS.alias()),
  TABLE("table", IndexAlias.TABLES.alias()),
  COLUMN("column", IndexAlias.COLUMNS.alias());

  private final String jsonName;
  private final String indexes;

  HitKind(String jsonName, String indexes) {
    this.jsonName = jsonName;
    this.indexes = indexes;
  }

  public String jsonName() {
    return jsonName;
  }

  /** Where they are, as Elasticsearch's paths take it. */
  public String indexes() {
    return indexes;
  }

  /** The kind of what an index holds, by the index's name. */
  public static HitKind ofIndex(String index) {
    return index.startsWith(IndexAlias.TABLES.alias()) ? TABLE : COLUMN;
  }
}
