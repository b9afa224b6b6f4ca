package io.gazetteer.api.operations.index;

import io.gazetteer.api.identity.console.ConsoleCatalog;
import io.gazetteer.common.catalog.IndexRebuild;
import io.gazetteer.common.catalog.IndexRebuild.Reason;
import io.gazetteer.common.catalog.IndexRebuild.State;
import io.gazetteer.common.catalog.IndexRebuilds;
import io.gazetteer.common.index.SearchIndexes;
import java.io.PrintStream;
import java.time.Duration;

/**
 * The command {@code reindex}: asks for a rebuild of the search index and shows how far it is. A
 * worker does the work; ending the command does not end the rebuild.
 */
public final class Reindex {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final IndexRebuilds rebuilds;
  private final PrintStream out;
  private String said = "";

  Reindex(IndexRebuilds rebuilds, PrintStream out) {
    this.rebuilds = rebuilds;
    this.out = out;
  }

  /** Returns the exit code: 0 when the index is new. */
  public static int run() throws InterruptedException {
    try (var store = ConsoleCatalog.open()) {
      return new Reindex(new IndexRebuilds(store.jdbc()), System.out).rebuild() ? 0 : 1;
    }
  }

  /** Whether the rebuild succeeded; one that is live already is waited for. */
  boolean rebuild() throws InterruptedException {
    var rebuild =
        rebuilds
            .request(Reason.REQUESTED, SearchIndexes.definitionVersion())
            .or(rebuilds::findLatest)
            .orElseThrow();
    while (rebuild.state().isLive()) {
      say(progress(rebuild));
      Thread.sleep(PAUSE);
      rebuild = rebuilds.find(rebuild.id()).orElseThrow();
    }
    say(end(rebuild));
    return rebuild.state() == State.SUCCEEDED;
  }

  private static String progress(IndexRebuild rebuild) {
    var total = rebuild.tablesTotal();
    if (rebuild.state() == State.PENDING) {
      var error = rebuild.error();
      return error == null ? "Waiting for a worker" : "Trying again: " + error.message();
    }
    return total == null
        ? "Waiting for running crawls"
        : "%d of %d tables".formatted(rebuild.tablesCopied(), total);
  }

  private static String end(IndexRebuild rebuild) {
    var error = rebuild.error();
    if (error != null) {
      return "The index was not rebuilt, the old one stays in use: " + error.message();
    }
    var next =
        rebuild.reason() == Reason.REQUESTED
            ? "; every data source is crawled again now, to add what has changed since"
            : "";
    return "The index is new: %d tables%s".formatted(rebuild.tablesCopied(), next);
  }

  private void say(String sentence) {
    if (!sentence.equals(said)) {
      out.println(sentence);
      said = sentence;
    }
  }
}
