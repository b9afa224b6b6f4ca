package io.gazetteer.pages.change;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares two data sources, or one at two times, a part at a time.
 *
 * @param complaint what is wrong with the form; null when nothing is
 * @param note how many tables were looked at; null before a comparison
 * @param next the next part; null when this is the last
 */
public record ComparePage(
    Frame frame,
    Side left,
    Side right,
    @Nullable String complaint,
    @Nullable String note,
    List<TableView> tables,
    @Nullable String next)
    implements Page {
  public ComparePage {
    tables = List.copyOf(tables);
  }

  @Override
  public String template() {
    return "change/compare.jte";
  }

  /**
   * A side of the comparison, as it was filled in.
   *
   * @param choices databases that the name may mean
   */
  public record Side(String database, String schema, String at, List<Choice> choices) {
    public Side {
      choices = List.copyOf(choices);
    }
  }

  /** A database that can be meant. */
  public record Choice(String label, String link) {}

  /**
   * A table that differs.
   *
   * @param tone {@code added}, {@code removed} or {@code changed}
   * @param what in words
   * @param link to its page; null when it has none
   */
  public record TableView(
      String name,
      @Nullable String link,
      String tone,
      String what,
      List<DifferenceView> differences) {
    public TableView {
      differences = List.copyOf(differences);
    }
  }

  /** A difference; a side is null when it is not there. */
  public record DifferenceView(String what, @Nullable String left, @Nullable String right) {}
}
