package io.gazetteer.api.pages.databases;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.sources.connectioncheck.ConnectionReport;
import io.gazetteer.pages.database.ReportView;
import io.gazetteer.pages.database.ReportView.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Shows step by step what trying a connection came to. */
final class Reports {
  private static final Set<String> NAME = Set.of("host_not_found", "target_not_allowed");
  private static final Set<String> NETWORK = Set.of("unreachable", "connection_refused", "timeout");
  private static final String TLS = "tls_";

  private Reports() {}

  static ReportView of(ConnectionReport report) {
    var problem = report.problem();
    var message = problem == null ? "" : problem.message();
    return new ReportView(
        report.ok(),
        report.ok() ? "The connection works." : message.endsWith(".") ? message : message + ".",
        steps(report),
        problem == null ? null : problem.code(),
        report.grants());
  }

  private static List<Step> steps(ConnectionReport report) {
    var steps = new ArrayList<Step>();
    var code = report.problem() == null ? "" : report.problem().code();
    var version = report.serverVersion();
    if (version == null && NAME.contains(code)) {
      return List.of(new Step("host found", false));
    }
    steps.add(new Step("host found", true));
    if (version == null && NETWORK.contains(code)) {
      // Whoever may not know of the network does not learn which of the two it was.
      return List.of(new Step("server reached", false));
    }
    steps.add(new Step("server reached", true));
    if (version == null && code.startsWith(TLS)) {
      steps.add(new Step("TLS", false));
      return steps;
    }
    if (version == null && code.equals("database_not_found")) {
      steps.add(new Step("database found", false));
      return steps;
    }
    steps.add(new Step("logged in", version != null));
    if (version != null) {
      steps.set(1, new Step("server reached: " + version, true));
      var visible = report.visible();
      steps.add(
          visible == null
              ? new Step("tables seen", false)
              : new Step(
                  "sees %s in %s"
                      .formatted(
                          Texts.count(visible.tables(), "table", "tables"),
                          Texts.count(visible.schemas(), "schema", "schemas")),
                  report.ok()));
    }
    return steps;
  }
}
