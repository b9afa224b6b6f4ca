package io.gazetteer.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one run, printed as a table in Markdown. */
public final class Report {
  private final String title;
  private final List<String> rows = new ArrayList<>();

  /** The title says what was measured: sizes, rounds. */
  public Report(String title) {
    this.title = title;
  }

  /** A ratio that must not be above a number. */
  public void atMost(String figure, double must, String aim, double measured, String detail) {
    row(figure, "<= " + number(must), aim, measured <= must, number(measured), detail);
  }

  /** A ratio that must not be below a number. */
  public void atLeast(String figure, double must, String aim, double measured, String detail) {
    row(figure, ">= " + number(must) + "x", aim, measured >= must, number(measured) + "x", detail);
  }

  /** Something that is worth knowing and was promised to nobody. */
  public void fact(String figure, String measured) {
    rows.add("| %s | | | %s |".formatted(figure, measured));
  }

  /** Something that must be so. */
  public void must(String figure, String must, String aim, boolean met, String measured) {
    row(figure, must, aim, met, measured, "");
  }

  private void row(
      String figure, String must, String aim, boolean met, String measured, String detail) {
    var mark = met ? measured : "**" + measured + "** missed";
    var more = detail.isEmpty() ? "" : " (" + detail + ")";
    rows.add("| %s | %s | %s | %s%s |".formatted(figure, must, aim, mark, more));
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.2f", number);
  }

  public void print() {
    System.out.println(title);
    System.out.println();
    System.out.println("| figure | must | aim | measured |");
    System.out.println("|---|---|---|---|");
    rows.forEach(System.out::println);
  }
}
