package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.sources.connectioncheck.ServerReport.FoundDatabase;
import io.gazetteer.common.catalog.DatabaseIdentities;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseIdentity;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks one connection within ten seconds. Thread safe. */
@Component
final class ConnectionCheck {
  private static final Duration LONGEST = Duration.ofMillis(9_500);
  private static final List<FoundDatabase> NONE = List.of();
  private static final ConnectionReport.Warning NO_PASSWORD =
      new ConnectionReport.Warning(
          "no_password", "The account has no password: whoever reaches the server can use it");

  private static final Duration PATIENCE_WITH_CRAWLS = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration SLACK = Duration.ofMillis(1_500);

  private final SourceConnections connections;
  private final SourceTimeouts timeouts;
  private final DatabaseIdentities identities;
  private final Duration limit;

  ConnectionCheck(
      SourceConnections connections, SourceTimeouts timeouts, DatabaseIdentities identities) {
    this.identities = identities;
    this.connections = connections;
    this.timeouts =
        new SourceTimeouts(
            timeouts.connect(),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofSeconds(6));
    var asked = timeouts.connect().plus(SLACK);
    limit = asked.compareTo(LONGEST) < 0 ? asked : LONGEST;
  }

  /**
   * Logs in and looks around.
   *
   * @param detailed whether the caller may know what is wrong in the network; otherwise whatever
   *     does not answer as such a database gives the same answer, after the same time
   * @throws TargetForbiddenException when the network policy forbids the address
   */
  ConnectionReport run(SourceAddress source, Secret password, boolean detailed) {
    return run(source, password, detailed, report -> {});
  }

  /**
   * Logs in and looks around, as above.
   *
   * @param journal learns what has come out, whoever the caller is
   */
  ConnectionReport run(
      SourceAddress source, Secret password, boolean detailed, Consumer<ConnectionReport> journal) {
    var secret = password.reveal();
    return run(() -> report(source, secret), detailed, journal);
  }

  /** Logs in to a server and lists its databases, with the same rules. */
  ServerReport list(
      SourceAddress source, Secret password, boolean detailed, Consumer<ConnectionReport> journal) {
    var secret = password.reveal();
    var found = new AtomicReference<>(NONE);
    var report = run(() -> listed(source, secret, found), detailed, journal);
    var databases = report.ok() ? Objects.requireNonNull(found.get()) : NONE;
    return new ServerReport(
        report.ok(),
        report.problem(),
        report.serverVersion(),
        databases.stream().limit(ServerDatabases.MOST).toList(),
        databases.size() <= ServerDatabases.MOST,
        report.grants());
  }

  private ConnectionReport run(
      Supplier<ConnectionReport> look, boolean detailed, Consumer<ConnectionReport> journal) {
    long end = System.nanoTime() + limit.toNanos();
    var report = within(look);
    journal.accept(report);
    if (detailed || !report.isOfTheNetwork()) {
      return report;
    }
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return report.withoutDetail();
  }

  private ConnectionReport within(Supplier<ConnectionReport> look) {
    var report = new CompletableFuture<ConnectionReport>();
    Thread.ofPlatform()
        .daemon()
        .name("connection-test")
        .start(
            () -> {
              try {
                report.complete(look.get());
              } catch (RuntimeException e) {
                report.completeExceptionally(e);
              }
            });
    try {
      return report.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return ConnectionReport.timedOut();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ConnectionReport.timedOut();
    }
  }

  private ConnectionReport report(SourceAddress source, String password) {
    try (var connection = connect(source, password)) {
      var report = withTwin(VisibleObjects.with(connection, source), connection, source);
      return password.isEmpty() ? report.withWarning(NO_PASSWORD) : report;
    } catch (SQLException e) {
      return failed(SourceException.of(e), source, password);
    } catch (SourceException e) {
      if (e.isForbidden()) {
        throw new TargetForbiddenException();
      }
      return failed(e, source, password);
    }
  }

  private ConnectionReport listed(
      SourceAddress source, String password, AtomicReference<List<FoundDatabase>> found) {
    @Nullable ConnectionReport refused = null;
    for (SourceAddress way : ServerDatabases.ways(source)) {
      try (var connection = connect(way, password)) {
        found.set(ServerDatabases.read(connection, way.kind()));
        return ConnectionReport.loggedIn(VisibleObjects.version(connection));
      } catch (SQLException e) {
        return failed(SourceException.of(e), way, password);
      } catch (SourceException e) {
        if (e.isForbidden()) {
          throw new TargetForbiddenException();
        }
        if (!e.isOfDatabase()) {
          return failed(e, way, password);
        }
        // The next one may let the user in; what is said is about the first.
        refused =
            refused == null
                ? ConnectionReport.failed(e, e.isOfRights() ? Grants.ofDatabase(source) : List.of())
                : refused;
      }
    }
    return Objects.requireNonNull(refused);
  }

  private ConnectionReport withTwin(
      ConnectionReport report, Connection connection, SourceAddress source) throws SQLException {
    return DatabaseIdentity.of(connection, source.kind())
        .flatMap(identity -> identities.findOther(source, identity))
        .map(
            other ->
                report.withWarning(
                    new ConnectionReport.Warning(
                        "same_database", SourceException.sameDatabaseMessage(other), other)))
        .orElse(report);
  }

  /** Connects; waits a while when crawls have all places of the server. */
  private Connection connect(SourceAddress source, String password) throws SourceException {
    long end = System.nanoTime() + PATIENCE_WITH_CRAWLS.toNanos();
    while (true) {
      try {
        return connections.open(source, password, timeouts);
      } catch (SourceException e) {
        if (!e.isOfOurLimit() || System.nanoTime() - end > 0) {
          throw e;
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /** Says what to do where more can be found out with the same login. */
  private ConnectionReport failed(SourceException failure, SourceAddress source, String password) {
    return failure.isOfDatabase()
        ? new OtherSpelling(connections, timeouts).report(failure, source, password)
        : ConnectionReport.failed(failure, List.of());
  }
}
