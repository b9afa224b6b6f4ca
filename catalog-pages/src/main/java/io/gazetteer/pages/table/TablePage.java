package io.gazetteer.pages.table;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a table or view: its columns, a part of them at a time, its keys, and what changed. */
public record TablePage(
    Frame frame,
    Header header,
    Columns columns,
    List<KeyView> keys,
    List<KeyView> references,
    List<KeyView> indexes,
    List<KeyView> checks,
    @Nullable String viewText,
    List<ChangeView> changes)
    implements Page {
  public TablePage {
    keys = List.copyOf(keys);
    references = List.copyOf(references);
    indexes = List.copyOf(indexes);
    checks = List.copyOf(checks);
    changes = List.copyOf(changes);
  }

  @Override
  public String template() {
    return "table/table.jte";
  }

  /**
   * What stands above the columns.
   *
   * @param facts rows, columns, when it was read, and so on
   * @param takes texts to take away
   */
  public record Header(
      String name,
      String icon,
      String kind,
      String database,
      String databaseLink,
      String schema,
      String schemaLink,
      @Nullable String comment,
      List<Fact> facts,
      List<Take> takes) {
    public Header {
      facts = List.copyOf(facts);
      takes = List.copyOf(takes);
    }
  }

  /** Something to know. */
  public record Fact(String label, String value, @Nullable String link) {}

  /** A text to take away, from a link that answers with it alone. */
  public record Take(String label, String link) {}

  /**
   * A part of the columns.
   *
   * @param path of the page, which the form of the filter leads to
   * @param hidden what the form keeps, as name and value
   * @param sorts ways to sort
   * @param note which of how many are shown
   * @param next the next part; null when this is the last
   * @param previous the part before; null when this is the first
   * @param all the page without filter; null when there is none
   */
  public record Columns(
      String path,
      List<Field> hidden,
      String filter,
      List<Sort> sorts,
      String note,
      List<ColumnView> columns,
      @Nullable String next,
      @Nullable String previous,
      @Nullable String all) {
    public Columns {
      hidden = List.copyOf(hidden);
      sorts = List.copyOf(sorts);
      columns = List.copyOf(columns);
    }
  }

  /** A field of a form that nobody sees. */
  public record Field(String name, String value) {}

  /** A way to sort. */
  public record Sort(String label, boolean chosen, String link) {}

  /**
   * A column.
   *
   * @param marked whether someone came for this one
   * @param value its default, generated or identity; empty for none
   * @param elsewhere a search for columns of this name
   */
  public record ColumnView(
      int position,
      String name,
      String type,
      boolean nullable,
      boolean primaryKey,
      @Nullable String foreignKey,
      @Nullable String foreignKeyLink,
      boolean unique,
      String value,
      String comment,
      List<String> enumValues,
      boolean marked,
      String elsewhere) {
    public ColumnView {
      enumValues = List.copyOf(enumValues);
    }
  }

  /**
   * A key, an index or a check.
   *
   * @param text columns, or an expression
   * @param target where it leads to; null when it leads nowhere
   */
  public record KeyView(
      String name,
      String text,
      @Nullable String target,
      @Nullable String targetLink,
      String note) {}

  /** What a crawl found to have changed. */
  public record ChangeView(
      String when, String what, @Nullable String before, @Nullable String after) {}
}
