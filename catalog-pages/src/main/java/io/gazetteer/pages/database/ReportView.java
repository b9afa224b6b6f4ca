package io.gazetteer.pages.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a connection showed.
 *
 * @param steps in their order, up to the one that failed
 * @param code of what is wrong; null when nothing is
 * @param grants statements for the database's administrator
 */
public record ReportView(
    boolean ok, String summary, List<Step> steps, @Nullable String code, List<String> grants) {
  public ReportView {
    steps = List.copyOf(steps);
    grants = List.copyOf(grants);
  }

  /** Something that was tried. */
  public record Step(String label, boolean ok) {}
}
