package io.gazetteer.api.registration;

import io.gazetteer.common.catalog.DataSources;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Registers and changes data sources that may be reached. Names are looked up in no transaction.
 */
@Component
final class CheckedRegistrations {
  private final Registrations registrations;
  private final DataSources dataSources;
  private final TargetCheck targets;

  CheckedRegistrations(Registrations registrations, DataSources dataSources, TargetCheck targets) {
    this.registrations = registrations;
    this.dataSources = dataSources;
    this.targets = targets;
  }

  UUID register(Registration registration) {
    targets.check(registration.hostname(), registration.port());
    return registrations.register(registration);
  }

  void change(UUID id, Change change) {
    var before = dataSources.find(id).orElseThrow(Registrations::notFound);
    var after = change.applyTo(before);
    if (!after.hostname().equals(before.hostname()) || after.port() != before.port()) {
      targets.check(after.hostname(), after.port());
    }
    registrations.change(id, change);
  }
}
