package io.gazetteer.api.search;

import io.gazetteer.common.index.IndexAlias;

/** Which documents a search asks for. */
enum HitKind {
  ALL("", IndexAlias.TABLES.alias() + "," + IndexAlias.COLUMNS.alias()),
  TABLE("table", IndexAlias.TABLES.alias()),
  COLUMN("column", IndexAlias.COLUMNS.alias());

  private final String jsonName;
  private final String indexes;

  HitKind(String jsonName, String indexes) {
    this.jsonName = jsonName;
    this.indexes = indexes;
  }

  String jsonName() {
    return jsonName;
  }

  /** Where they are, as Elasticsearch's paths take it. */
  String indexes() {
    return indexes;
  }

  /** The kind of what an index holds, by the index's name. */
  static HitKind ofIndex(String index) {
    return index.startsWith(IndexAlias.TABLES.alias()) ? TABLE : COLUMN;
  }
}
