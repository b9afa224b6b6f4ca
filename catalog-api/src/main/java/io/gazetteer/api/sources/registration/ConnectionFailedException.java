package io.gazetteer.api.sources.registration;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.sources.connectioncheck.TestReport;
import java.util.Map;

/** A data source that was to be registered only when it works does not work. */
public final class ConnectionFailedException extends DomainException {
  private final transient TestReport report;

  ConnectionFailedException(TestReport report) {
    super("The test has failed; nothing is stored");
    this.report = report;
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("test", report);
  }
}
