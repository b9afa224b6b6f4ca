package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.common.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What trying a connection has shown.
 *
 * @param ok whether a crawl would find something to read
 * @param serverVersion as the server says it; null when nobody could log in
 * @param visible what the user may see; null when nobody could log in
 * @param warnings what works and should still be known
 * @param grants statements that give the user the rights that a crawl lacks, and no more
 */
public record ConnectionReport(
    boolean ok,
    @Nullable Problem problem,
    @Nullable String serverVersion,
    @Nullable Visible visible,
    List<Warning> warnings,
    List<String> grants) {

  public ConnectionReport {
    warnings = List.copyOf(warnings);
    grants = List.copyOf(grants);
  }

  public record Problem(String code, String message) {}

  public record Visible(long schemas, long tables) {}

  /**
   * Says something of a database that can be read all the same.
   *
   * @param id another registration of it; null when there is none
   */
  record Warning(String code, String message, @Nullable UUID id) {
    Warning(String code, String message) {
      this(code, message, null);
    }
  }

  /** Finds another registration of the same database. */
  public Optional<UUID> otherRegistration() {
    return warnings.stream().map(Warning::id).filter(Objects::nonNull).findFirst();
  }

  private static final Problem UNREACHABLE = new Problem(NetworkDetail.CODE, NetworkDetail.MESSAGE);

  static ConnectionReport failed(SourceException failure, List<String> grants) {
    return failed(failure.reason(), String.valueOf(failure.getMessage()), grants);
  }

  static ConnectionReport failed(String code, String message, List<String> grants) {
    return new ConnectionReport(false, new Problem(code, message), null, null, List.of(), grants);
  }

  static ConnectionReport timedOut() {
    return failed("timeout", "The database did not answer in time", List.of());
  }

  /** Says that the login works, and nothing of what the user sees. */
  static ConnectionReport loggedIn(String serverVersion) {
    return new ConnectionReport(true, null, serverVersion, null, List.of(), List.of());
  }

  ConnectionReport withWarning(Warning warning) {
    var all = new ArrayList<>(warnings);
    all.add(warning);
    return new ConnectionReport(ok, problem, serverVersion, visible, all, grants);
  }

  boolean isOfTheNetwork() {
    return problem != null && serverVersion == null && NetworkDetail.isTold(problem.code());
  }

  /** Returns a report that is the same for every host and port where no such database answers. */
  ConnectionReport withoutDetail() {
    return isOfTheNetwork()
        ? new ConnectionReport(false, UNREACHABLE, null, null, List.of(), List.of())
        : this;
  }
}
