package io.gazetteer.standalone.judged;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The figures as tables for docs/measured.md, then the queries that went wrong. */
final class Report {
  private static final int WORST = 80;

  private final List<Outcome> gazetteer;
  private final List<Outcome> stock;
  private final StringBuilder text = new StringBuilder();

  private Report(List<Outcome> gazetteer, List<Outcome> stock) {
    this.gazetteer = gazetteer;
    this.stock = stock;
  }

  /** Of the same queries, each. */
  static String of(List<Outcome> gazetteer, List<Outcome> stock) {
    var report = new Report(gazetteer, stock);
    report.table("All queries", query -> true);
    for (var half : Half.values()) {
      report.table("The " + half.label() + " half", query -> query.half() == half);
    }
    report.worst();
    return report.text.toString();
  }

  private void table(String title, Predicate<JudgedQuery> which) {
    text.append(title)
        .append(
            "\n\n| queries | | nDCG@10 | MRR | recall@10 | stock: nDCG@10 | MRR | recall@10 |\n")
        .append("|---|---|---|---|---|---|---|---|\n");
    for (var kind : QueryKind.values()) {
      row(kind.label(), which.and(query -> query.kind() == kind));
    }
    row("**all**", which);
    text.append('\n');
  }

  private void row(String label, Predicate<JudgedQuery> which) {
    long count = gazetteer.stream().filter(outcome -> which.test(outcome.query())).count();
    text.append("| %s | %d |".formatted(label, count))
        .append(cells(Outcome.mean(gazetteer, which)))
        .append(cells(Outcome.mean(stock, which)))
        .append('\n');
  }

  private static String cells(Metrics metrics) {
    return String.format(
        Locale.ROOT,
        " %.3f | %.3f | %.3f |",
        metrics.ndcg(),
        metrics.reciprocalRank(),
        metrics.recall());
  }

  /** Of the half that may be looked at. */
  private void worst() {
    text.append("What went wrong in the tuning half, worst first\n");
    gazetteer.stream()
        .filter(outcome -> outcome.query().half() == Half.TUNING)
        .filter(outcome -> outcome.metrics().reciprocalRank() < 1 || outcome.metrics().recall() < 1)
        .sorted(
            Comparator.comparingDouble(
                outcome -> outcome.metrics().ndcg() + outcome.metrics().recall()))
        .limit(WORST)
        .forEach(this::detail);
  }

  private void detail(Outcome outcome) {
    var query = outcome.query();
    text.append(
        String.format(
            Locale.ROOT,
            "%n%s: %s%s%n  nDCG %.2f, first good %.2f, recall %.2f%n",
            query.kind().label(),
            query.text(),
            query.database().map(name -> "  (in " + name + ")").orElse(""),
            outcome.metrics().ndcg(),
            outcome.metrics().reciprocalRank(),
            outcome.metrics().recall()));
    var missing = new ArrayList<>(query.wanted().keySet());
    missing.removeIf(name -> query.gradeOf(name) < JudgedQuery.GOOD);
    missing.removeAll(outcome.found());
    missing.stream().sorted().forEach(name -> line("missing", query, name));
    outcome.found().forEach(name -> line("found", query, name));
  }

  private void line(String what, JudgedQuery query, String name) {
    text.append("  %-7s %d %s%n".formatted(what, query.gradeOf(name), name));
  }
}
