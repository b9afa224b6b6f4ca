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
    Keys keys,
    Referrers referrers,
    Relatives partitions,
    Relatives readers,
    @Nullable Picture picture,
    Paths paths,
    @Nullable String viewText,
    List<ChangeView> changes)
    implements Page {
  public TablePage {
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
   * @param unknown what no crawl could see
   * @param takes texts to take away
   * @param diagramLink the page of the diagram around it
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
      List<String> unknown,
      List<Take> takes,
      String diagramLink) {
    public Header {
      facts = List.copyOf(facts);
      unknown = List.copyOf(unknown);
      takes = List.copyOf(takes);
    }
  }

  /** Something to know. */
  public record Fact(String label, String value, @Nullable String link) {}

  /**
   * A text to take away, from a link that answers with it alone.
   *
   * @param isAddress whether the link itself is the text
   */
  public record Take(String label, String link, boolean isAddress) {}

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
   * @param others how many other columns have this name; empty when none has
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
      String elsewhere,
      String others) {
    public ColumnView {
      enumValues = List.copyOf(enumValues);
    }
  }

  /** What a database enforces about the table, and what makes reading it fast. */
  public record Keys(
      List<KeyView> unique,
      List<KeyView> references,
      List<KeyView> exclusions,
      List<KeyView> checks,
      List<KeyView> indexes) {
    public Keys {
      unique = List.copyOf(unique);
      references = List.copyOf(references);
      exclusions = List.copyOf(exclusions);
      checks = List.copyOf(checks);
      indexes = List.copyOf(indexes);
    }
  }

  /**
   * A key, an index or a check.
   *
   * @param text columns, or an expression
   * @param target where it leads to; null when it leads nowhere
   * @param joinLink a SELECT with a join by this key; null when it leads nowhere
   */
  public record KeyView(
      String name,
      String text,
      @Nullable String target,
      @Nullable String targetLink,
      String note,
      @Nullable String joinLink) {}

  /**
   * A part of the tables that refer to this one.
   *
   * @param total how many tables there are, in words
   * @param next the next part; null when this is the last
   * @param previous the first part; null when this is it
   */
  public record Referrers(
      List<KeyView> keys, String total, @Nullable String next, @Nullable String previous) {
    public Referrers {
      keys = List.copyOf(keys);
    }
  }

  /**
   * The neighbourhood as a picture.
   *
   * @param svg ready to stand in a page
   * @param depths links to the picture with more or fewer keys in between
   */
  public record Picture(String svg, List<Sort> depths) {
    public Picture {
      depths = List.copyOf(depths);
    }
  }

  /**
   * The paths to another table.
   *
   * @param action where the form leads to
   * @param hidden what the form keeps
   * @param to the other table, as it was typed; empty when nobody has asked
   * @param notice why there is none; null when there are paths, or nobody has asked
   */
  public record Paths(
      String action, List<Field> hidden, String to, @Nullable String notice, List<PathView> paths) {
    public Paths {
      hidden = List.copyOf(hidden);
      paths = List.copyOf(paths);
    }
  }

  /** A path, with the text of its join. */
  public record PathView(String join, List<String> evidence, boolean inferred) {
    public PathView {
      evidence = List.copyOf(evidence);
    }
  }

  /** What a crawl found to have changed. */
  public record ChangeView(
      String when, String what, @Nullable String before, @Nullable String after) {}

  /**
   * Other tables that belong to this one, in parts.
   *
   * @param total how many there are in all
   */
  public record Relatives(
      List<Relative> tables, String total, @Nullable String next, @Nullable String previous) {
    public Relatives {
      tables = List.copyOf(tables);
    }
  }

  /** Another table, and its page. */
  public record Relative(String name, String link) {}
}
