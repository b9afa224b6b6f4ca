package io.gazetteer.api.sources.registration;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.sources.connectioncheck.ConnectionReport;
import java.util.Map;

/** A data source that was to be registered only when it works does not work. */
public final class ConnectionFailedException extends DomainException {
  private final transient ConnectionReport report;

  ConnectionFailedException(ConnectionReport report) {
    super("The test has failed; nothing is stored");
    this.report = report;
  }

  /** Returns what the test has shown. */
  public ConnectionReport report() {
    return report;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("test", report);
  }
}
