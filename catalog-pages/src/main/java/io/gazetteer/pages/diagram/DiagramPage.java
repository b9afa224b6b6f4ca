package io.gazetteer.pages.diagram;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows tables and the keys between them, as a picture and as text.
 *
 * @param title what it is a picture of
 * @param svg the picture, ready to stand in a page; null when there is nothing to draw
 * @param finder the form that leads to another table
 * @param controls links to the same picture in other ways; none for groups of tables
 * @param notice what is wrong, or what is left out; null for nothing
 * @param tables what the picture shows, as text; none when it shows groups
 * @param keys between the tables
 * @param groups of tables; none when the picture shows tables
 * @param takes files to take away
 * @param previous the part before this; null when this is the first
 * @param next the next part; null when this is the last
 */
public record DiagramPage(
    Frame frame,
    String database,
    String databaseLink,
    @Nullable Crumb schema,
    String title,
    @Nullable String tableLink,
    @Nullable String svg,
    Finder finder,
    List<Control> controls,
    @Nullable String notice,
    List<TableRow> tables,
    List<KeyRow> keys,
    List<GroupRow> groups,
    List<Take> takes,
    @Nullable String previous,
    @Nullable String next)
    implements Page {
  public DiagramPage {
    controls = List.copyOf(controls);
    tables = List.copyOf(tables);
    keys = List.copyOf(keys);
    groups = List.copyOf(groups);
    takes = List.copyOf(takes);
  }

  @Override
  public String template() {
    return "diagram/diagram.jte";
  }

  /** A place on the way to the page. */
  public record Crumb(String label, String link) {}

  /**
   * The form that leads to another table.
   *
   * @param action where it leads to
   * @param text what was typed into it
   * @param choices tables that it may mean
   */
  public record Finder(String action, String text, List<Crumb> choices) {
    public Finder {
      choices = List.copyOf(choices);
    }
  }

  /** Ways to see the same picture, one of which is chosen. */
  public record Control(String label, List<Choice> choices) {
    public Control {
      choices = List.copyOf(choices);
    }
  }

  /** One of several ways. */
  public record Choice(String label, String link, boolean chosen) {}

  /**
   * A table in words.
   *
   * @param away how far it is from the one in the middle
   * @param more what can be seen besides; null when all its neighbours are there
   */
  public record TableRow(
      String name,
      String link,
      String focusLink,
      String kind,
      String away,
      String columns,
      @Nullable String more) {}

  /** A key in words. */
  public record KeyRow(String from, String to, String evidence, boolean declared) {}

  /** A group of tables in words. */
  public record GroupRow(String name, String link, String size) {}

  /** A file to take away. */
  public record Take(String label, String link, String file) {}
}
