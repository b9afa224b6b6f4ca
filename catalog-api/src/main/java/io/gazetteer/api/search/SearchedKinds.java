package io.gazetteer.api.search;

import io.gazetteer.common.index.IndexAlias;

/** The indexes that a search asks. */
enum SearchedKinds {
  ALL(IndexAlias.both()),
  TABLES(IndexAlias.TABLES.alias()),
  COLUMNS(IndexAlias.COLUMNS.alias());

  private final String indexes;

  SearchedKinds(String indexes) {
    this.indexes = indexes;
  }

  /** Their names, as Elasticsearch's paths take them. */
  String indexes() {
    return indexes;
  }
}
