package io.gazetteer.api.sources.registration;

import io.gazetteer.api.sources.connectioncheck.ConnectionChecks;
import io.gazetteer.api.sources.connectioncheck.TargetCheck;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.DataSources;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Registers and changes data sources that may be reached. Names are looked up in no transaction.
 */
@Component
final class RegisterDataSource {
  private final DataSourceRegistry registrations;
  private final DataSources dataSources;
  private final TargetCheck targets;
  private final ConnectionChecks tests;

  RegisterDataSource(
      DataSourceRegistry registrations,
      DataSources dataSources,
      TargetCheck targets,
      ConnectionChecks tests) {
    this.registrations = registrations;
    this.dataSources = dataSources;
    this.targets = targets;
    this.tests = tests;
  }

  UUID register(NewDataSource registration) {
    targets.check(registration.hostname(), registration.port());
    return registrations.register(registration);
  }

  /** Registers what works; what does not work is a problem that says why. */
  UUID registerTested(NewDataSource registration, boolean detailed) {
    targets.check(registration.hostname(), registration.port());
    var report = tests.of(registration, detailed);
    if (!report.ok()) {
      registration.password().close();
      throw new Problem(ProblemCode.CONNECTION_FAILED, "The test has failed; nothing is stored")
          .with("test", report);
    }
    return registrations.register(registration);
  }

  void change(UUID id, DataSourceChange change) {
    var before = dataSources.find(id).orElseThrow(DataSourceRegistry::notFound);
    var after = change.applyTo(before);
    if (!after.hostname().equals(before.hostname()) || after.port() != before.port()) {
      targets.check(after.hostname(), after.port());
    }
    registrations.change(id, change);
  }
}
