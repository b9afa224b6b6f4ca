package io.gazetteer.api.sources.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.DatabaseIdentities;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.servers.FreePorts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may test connections does not learn from them what else listens in the network. */
class FakeServicesTest {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int AT_ONCE = 40;

  private record Seen(String service, ConnectionReport report, long millis) {}

  private final ConnectionCheck check =
      new ConnectionCheck(
          new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM)),
          new SourceTimeouts(
              CONNECT, Duration.ofSeconds(30), Duration.ofSeconds(3), Duration.ofSeconds(40)),
          // Asked by nobody: no login succeeds here.
          new DatabaseIdentities(JdbcClient.create(new JdbcTemplate())));

  @Test
  void lookAllTheSame() throws IOException, InterruptedException, ExecutionException {
    var services = FakeService.all();
    var attempts = new ArrayList<Callable<Seen>>();
    for (var kind : List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MYSQL)) {
      for (var mode : TlsMode.values()) {
        services.forEach(
            (name, service) -> attempts.add(() -> seen(name, service.port(), kind, mode)));
        attempts.add(() -> seen("closed", FreePorts.free(), kind, mode));
      }
    }

    var seen = all(attempts);

    FakeService.closeAll(services.values());
    assertThat(seen)
        .allSatisfy(
            one ->
                assertThat(String.valueOf(one.report().problem()))
                    .as("%s", one)
                    .contains("code=unreachable"));
    assertThat(seen.stream().map(one -> one.report().problem()).distinct()).hasSize(1);
    var fastest = seen.stream().min(Comparator.comparingLong(Seen::millis)).orElseThrow();
    var slowest = seen.stream().max(Comparator.comparingLong(Seen::millis)).orElseThrow();
    assertThat(slowest.millis() - fastest.millis()).as("%s %s", fastest, slowest).isLessThan(300);
  }

  private Seen seen(String name, int port, DatabaseKind kind, TlsMode mode) {
    var address =
        new SourceAddress(kind, "127.0.0.1", port, "db", "reader", new TlsSettings(mode, null));
    long start = System.nanoTime();
    var report = check.run(address, Secret.of("x"), false);
    return new Seen(
        name + " as " + kind + " " + mode, report, (System.nanoTime() - start) / 1_000_000);
  }

  private static List<Seen> all(List<Callable<Seen>> attempts)
      throws InterruptedException, ExecutionException {
    var seen = new ArrayList<Seen>();
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (Future<Seen> future : threads.invokeAll(attempts)) {
        seen.add(future.get());
      }
    }
    return seen;
  }
}
