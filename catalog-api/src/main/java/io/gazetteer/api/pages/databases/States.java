package io.gazetteer.api.pages.databases;

import io.gazetteer.pages.database.StateView;
import org.jspecify.annotations.Nullable;

/** Says the states of crawls in words. */
final class States {
  private States() {}

  /**
   * Shows a state.
   *
   * @param state null when there was no crawl
   */
  static StateView of(@Nullable String state) {
    return switch (state == null ? "" : state) {
      case "PENDING" -> new StateView("waiting", "live", "clock");
      case "PLANNING" -> new StateView("listing tables", "live", "spin");
      case "RUNNING" -> new StateView("reading", "live", "spin");
      case "FINISHING" -> new StateView("finishing", "live", "spin");
      case "SUCCEEDED" -> new StateView("up to date", "good", "check");
      case "PARTIAL" -> new StateView("partly read", "warn", "warning");
      case "HELD" -> new StateView("held", "warn", "pause");
      case "FAILED" -> new StateView("failed", "bad", "warning");
      case "CANCELLED" -> new StateView("cancelled", "idle", "close");
      default -> new StateView("not read yet", "idle", "clock");
    };
  }

  /** Says what a crawl in this state does. */
  static String phase(String state) {
    return switch (state) {
      case "PENDING" -> "Waits for a worker.";
      case "PLANNING" -> "Lists the tables. What earlier crawls found can be searched meanwhile.";
      case "RUNNING" -> "Reads tables. What is read can be searched already.";
      case "FINISHING" -> "Compares the index with what was found, and removes what is gone.";
      case "SUCCEEDED" -> "The index has everything that the database shows this user.";
      case "PARTIAL" -> "Some tables could not be read; what was known of them stays.";
      case "HELD" -> "Nothing was removed yet.";
      case "FAILED" -> "Nothing was removed.";
      default -> "Someone ended it. Nothing was removed.";
    };
  }
}
