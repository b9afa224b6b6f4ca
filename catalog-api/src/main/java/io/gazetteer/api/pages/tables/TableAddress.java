package io.gazetteer.api.pages.tables;

import io.gazetteer.api.pages.Visit;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.table.TablePage.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a table's page is, and what of it is shown.
 *
 * @param path of the page, as a link
 * @param identity the parameters that say which table it is, when its path does not
 * @param filter words that shown columns have
 * @param sort {@code position}, {@code name} or {@code type}
 * @param from how many columns are left out before
 * @param column the one that someone came for; null when it is none in particular
 */
record TableAddress(
    String path,
    List<Field> identity,
    String filter,
    String sort,
    int from,
    @Nullable String column) {
  private static final int MOST = 1_000_000;

  static TableAddress of(Visit visit, String tablePath, List<Field> identity) {
    var sort = visit.text("sort");
    var column = visit.text("column");
    return new TableAddress(
        visit.links().to(tablePath),
        identity,
        visit.text("filter").strip(),
        sort.equals("name") || sort.equals("type") ? sort : "position",
        number(visit.text("from")),
        column.isEmpty() ? null : column);
  }

  static int number(String text) {
    return text.matches("\\d{1,7}") ? Math.min(Integer.parseInt(text), MOST) : 0;
  }

  private String with(String sortedBy, int begin) {
    var link = new StringBuilder(path);
    add(link, "filter", filter);
    add(link, "sort", sortedBy.equals("position") ? "" : sortedBy);
    add(link, "from", begin == 0 ? "" : Integer.toString(begin));
    return link.toString();
  }

  String sortedBy(String other) {
    return with(other, 0);
  }

  String from(int begin) {
    return with(sort, begin);
  }

  /** The link to send to somebody: to the column that someone came for, if there is one. */
  String link() {
    var link = new StringBuilder(path);
    add(link, "column", column == null ? "" : column);
    return link.toString();
  }

  /** The link to a text of the table. */
  String as(String form) {
    var link = new StringBuilder(path);
    add(link, "as", form);
    return link.toString();
  }

  /**
   * The link to a SELECT with a join.
   *
   * @param key the number of the foreign key, among those of its table
   * @param theirs whether the key is of the other table
   */
  String joined(TableName other, int key, boolean theirs) {
    var link = new StringBuilder(as("join"));
    add(link, "with_schema", other.schema());
    add(link, "with", other.table());
    add(link, "key", Integer.toString(key));
    add(link, "of", theirs ? "other" : "");
    return link.toString();
  }

  /** The link to the page with the paths to another table, or with another depth of its picture. */
  String around(int depth, String to) {
    var link = new StringBuilder(path);
    add(link, "depth", depth == 1 ? "" : Integer.toString(depth));
    add(link, "to", to);
    return link.toString();
  }

  /** The link to more tables that refer to it. */
  String referrersFrom(int begin) {
    return partFrom("referrers", begin);
  }

  /** The link to more of its partitions. */
  String partitionsFrom(int begin) {
    return partFrom("partitions", begin);
  }

  /** The link to more of the views that read it. */
  String viewsFrom(int begin) {
    return partFrom("views", begin);
  }

  private String partFrom(String part, int begin) {
    var link = new StringBuilder(path);
    add(link, part, begin == 0 ? "" : Integer.toString(begin));
    return link + "#" + part;
  }

  private static void add(StringBuilder link, String name, String value) {
    if (!value.isEmpty()) {
      link.append(link.indexOf("?") < 0 ? '?' : '&')
          .append(name)
          .append('=')
          .append(Links.encoded(value));
    }
  }
}
