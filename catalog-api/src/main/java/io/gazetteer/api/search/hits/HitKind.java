package io.gazetteer.api.search.hits;

import io.gazetteer.common.index.IndexAlias;

/** The kind of a hit. */
public enum HitKind {
  TABLE("table"),
  COLUMN("column");

  private final String jsonName;

  HitKind(String jsonName) {
    this.jsonName = jsonName;
  }

  public String jsonName() {
    return jsonName;
  }

  /** The kind of what an index holds, by the index's name. */
  public static HitKind ofIndex(String index) {
    return index.startsWith(IndexAlias.TABLES.alias()) ? TABLE : COLUMN;
  }
}
