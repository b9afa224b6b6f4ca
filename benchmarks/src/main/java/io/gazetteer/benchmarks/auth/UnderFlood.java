package io.gazetteer.benchmarks.auth;

import io.gazetteer.benchmarks.crawl.Deployment;
import io.gazetteer.benchmarks.frame.Benchmark;
import io.gazetteer.benchmarks.frame.Console;
import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.frame.Report;
import io.gazetteer.benchmarks.frame.Sizes;
import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.benchmarks.load.Calls;
import io.gazetteer.benchmarks.load.ClosedLoop;
import io.gazetteer.benchmarks.load.OpenLoop;
import io.gazetteer.benchmarks.source.PostgresSource;
import io.gazetteer.servers.testing.Flood;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Measures what people who work notice of somebody without a token who sends 1,000 bodies that
 * never end, and 200 wrong passwords a second. Any request of theirs that fails ends the benchmark.
 */
public final class UnderFlood implements Benchmark {
  private static final int SLOW_BODIES = 1000;
  private static final int WRONG_LOGINS_A_SECOND = 200;
  private static final int SEARCHES_A_SECOND = 20;

  private final Sizes sizes = Sizes.orElse(1000, 20, 1);
  private final int seconds = Options.number("seconds", 60);
  private final List<Double> logins = new ArrayList<>();

  @Override
  public void run(Workspace workspace) throws Exception {
    var company = PostgresSource.start(workspace).create(sizes);
    var deployment = Deployment.ofOneWorker(workspace);
    deployment.api().crawl(company, PostgresSource.words(sizes.tables() - 1));
    var searches = searches(deployment);
    ClosedLoop.oneByOne(searches, 10);
    double idle =
        OpenLoop.during(searches, SEARCHES_A_SECOND, () -> TimeUnit.SECONDS.sleep(seconds / 2))
            .p99();
    Console.say("p99 idle: " + milliseconds(idle));
    var report =
        new Report(
            "%d slow bodies and %d wrong logins a second for %d seconds"
                .formatted(SLOW_BODIES, WRONG_LOGINS_A_SECOND, seconds));
    try (var flood = Flood.begin(deployment.api().port(), SLOW_BODIES, WRONG_LOGINS_A_SECOND)) {
      var busy =
          OpenLoop.during(searches, SEARCHES_A_SECOND, () -> logInEachSecond(deployment, flood));
      report.atMost(
          "p99 of searches during the flood ÷ idle, %d a second".formatted(SEARCHES_A_SECOND),
          3,
          busy.p99() / idle,
          "%s, %s".formatted(milliseconds(busy.p99()), milliseconds(idle)));
      report.fact("searches during the flood, all answered", Integer.toString(busy.count()));
      double slowest = Collections.max(logins);
      report.promised(
          "the slowest of %d right logins".formatted(logins.size()),
          "<= 2 s",
          slowest <= 2,
          milliseconds(slowest));
      report.fact("the flood", flood.counts().toString());
    }
    report.print();
  }

  private Calls searches(Deployment deployment) throws Exception {
    var paths =
        IntStream.range(0, 50)
            .mapToObj(i -> "/api/search/?q=" + PostgresSource.words(i * sizes.tables() / 50))
            .toList();
    return Calls.get(deployment.api().port(), deployment.api().freshToken(), paths);
  }

  private void logInEachSecond(Deployment deployment, Flood flood) throws Exception {
    long begin = System.nanoTime();
    for (int second = 0; second < seconds; second++) {
      long due = begin + TimeUnit.SECONDS.toNanos(second);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      long start = System.nanoTime();
      try {
        deployment.api().freshToken();
      } catch (IOException e) {
        throw new IOException("login %d failed, after %s".formatted(second, flood.counts()), e);
      }
      logins.add((System.nanoTime() - start) / 1e9);
    }
  }

  private static String milliseconds(double seconds) {
    return String.format(Locale.ROOT, "%.0f ms", 1000 * seconds);
  }
}
