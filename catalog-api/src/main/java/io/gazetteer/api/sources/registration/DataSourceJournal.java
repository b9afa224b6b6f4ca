package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.sources.DataSourcesChanged;
import io.gazetteer.api.sources.registration.forms.NewDataSource;
import io.gazetteer.common.catalog.DataSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Records what has been done to a data source: in the audit log, and for what this process
 * remembers of data sources. Each method belongs into the transaction of the change, after it.
 */
@Component
final class DataSourceJournal {
  private final Audit audit;
  private final ApplicationEventPublisher events;

  DataSourceJournal(Audit audit, ApplicationEventPublisher events) {
    this.audit = audit;
    this.events = events;
  }

  void registered(UUID id, NewDataSource source) {
    audit.record(
        "credentials_registered",
        id,
        Map.of(
            "hostname", source.hostname(),
            "port", source.port(),
            "db_name", source.dbName()));
    events.publishEvent(new DataSourcesChanged());
  }

  void changed(DataSource source) {
    audit.record(
        "credentials_changed",
        source.id(),
        Map.of(
            "hostname", source.hostname(),
            "port", source.port(),
            "db_name", source.dbName(),
            "schedule", source.options().schedule()));
    events.publishEvent(new DataSourcesChanged());
  }

  void passwordChanged(UUID id) {
    audit.record("credentials_password_changed", id, Map.of());
  }

  void deleted(UUID id) {
    audit.record("credentials_deleted", id, Map.of());
    events.publishEvent(new DataSourcesChanged());
  }
}
