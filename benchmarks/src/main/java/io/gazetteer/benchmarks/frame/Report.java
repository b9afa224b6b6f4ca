package io.gazetteer.benchmarks.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects the figures of one run and prints them as a table in Markdown. */
public final class Report {
  private final String title;
  private final List<String> rows = new ArrayList<>();

  /** Makes one whose title says what was measured: sizes, rounds. */
  public Report(String title) {
    this.title = title;
  }

  /** Adds how many times longer one work took than another, which must not be above a number. */
  public void atMost(String figure, double promised, Rounds timed, String one, String floor) {
    var detail = timed.times(one) + ", " + timed.times(floor);
    atMost(figure, promised, timed.ratio(one, floor), detail);
  }

  /** Adds a ratio that must not be above a number. */
  public void atMost(String figure, double promised, double measured, String detail) {
    row(figure, "<= " + number(promised), measured <= promised, number(measured), detail);
  }

  /** Adds a ratio that must not be below a number. */
  public void atLeast(String figure, double promised, double measured, String detail) {
    var text = number(measured) + "x";
    row(figure, ">= " + number(promised) + "x", measured >= promised, text, detail);
  }

  /** Adds how many times as many calls a second one work made as another. */
  public void rate(
      String figure, double promised, Rounds timed, String one, String other, int calls) {
    var detail =
        String.format(
            Locale.ROOT,
            "%.0f a second, %.0f a second",
            calls / timed.median(one),
            calls / timed.median(other));
    atLeast(figure, promised, timed.ratio(other, one), detail);
  }

  /** Adds the median of a work, which must not take more seconds. */
  public void seconds(String figure, double most, Rounds timed, String work) {
    promised(figure, "<= " + number(most) + " s", timed.median(work) <= most, timed.times(work));
  }

  /** Adds a number that must not be higher. */
  public void count(String figure, long most, long measured) {
    promised(figure, "<= " + most, measured <= most, Long.toString(measured));
  }

  /** Adds something that was promised, and whether it is kept. */
  public void promised(String figure, String promised, boolean kept, String measured) {
    row(figure, promised, kept, measured, "");
  }

  private void row(String figure, String promised, boolean kept, String measured, String detail) {
    var mark = kept ? measured : "**" + measured + "** missed";
    var more = detail.isEmpty() ? "" : " (" + detail + ")";
    rows.add("| %s | %s | %s%s |".formatted(figure, promised, mark, more));
  }

  /** Adds something that is worth knowing and was promised to nobody. */
  public void fact(String figure, String measured) {
    rows.add("| %s | | %s |".formatted(figure, measured));
  }

  /** Does something once more, and adds the processor time that it took. */
  public void processorTime(String of, CpuTime cpu, Work.Step step) throws Exception {
    fact("processor time of " + of, cpu.during(step));
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.format(Locale.ROOT, "%.2f", number);
  }

  /** Prints the title and the table. */
  public void print() {
    System.out.println(title);
    System.out.println();
    System.out.println("| figure | promised | measured |");
    System.out.println("|---|---|---|");
    rows.forEach(System.out::println);
  }
}
