package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lists what people and programs have done, the newest first.
 *
 * @param csv all that fit, to take away
 * @param lines the same as lines of JSON
 * @param unfiltered the page without filters; null when there are none
 * @param complaint what is wrong with the filters; null when nothing is
 */
public record AuditPage(
    Frame frame,
    Filters filters,
    List<Row> rows,
    @Nullable String next,
    String csv,
    String lines,
    @Nullable String unfiltered,
    @Nullable String complaint)
    implements Page {
  public AuditPage {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "admin/audit.jte";
  }

  /**
   * What is asked for; empty for everything.
   *
   * @param since a time in UTC, as a field for times has it
   */
  public record Filters(String action, String actor, String subject, String since, String until) {}

  /** Something that was done. */
  public record Row(
      String at, String who, String via, String action, String target, String details) {}
}
