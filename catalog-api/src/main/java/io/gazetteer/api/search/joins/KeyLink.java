package io.gazetteer.api.search.joins;

import io.gazetteer.common.relation.TableName;
import java.util.List;

/**
 * Links two tables: a declared foreign key, or one that is inferred from what columns are called.
 *
 * @param columns of the table that refers, in pairs with those of the other
 * @param single whether a row has at most one row that refers to it by this key
 * @param evidence why the columns are taken to belong together
 */
public record KeyLink(
    TableName from,
    List<String> columns,
    TableName to,
    List<String> toColumns,
    boolean declared,
    boolean single,
    String evidence) {
  public KeyLink {
    columns = List.copyOf(columns);
    toColumns = List.copyOf(toColumns);
  }
}
