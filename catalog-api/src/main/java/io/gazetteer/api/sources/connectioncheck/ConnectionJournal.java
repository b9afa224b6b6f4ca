package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.common.source.SourceAddress;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records in the audit which connections were tested and what came out: whoever looks for a way
 * into a network, or tries passwords, begins so.
 */
@Component
final class ConnectionJournal {
  private static final String TESTED = "connection_tested";
  private static final String FORBIDDEN = "target_not_allowed";

  private final RepeatableEvents events;

  ConnectionJournal(RepeatableEvents events) {
    this.events = events;
  }

  /**
   * @param id of the data source whose stored password was used; null when the caller sent one
   */
  void tested(@Nullable UUID id, SourceAddress source, ConnectionReport report) {
    var problem = report.problem();
    record(id, source, problem == null ? "ok" : problem.code());
  }

  /** Records a test that the network policy forbade. */
  void forbidden(@Nullable UUID id, SourceAddress source) {
    record(id, source, FORBIDDEN);
  }

  private void record(@Nullable UUID id, SourceAddress source, String result) {
    var details = new LinkedHashMap<String, Object>();
    details.put("hostname", source.hostname());
    details.put("port", source.port());
    details.put("db_name", source.dbName());
    details.put("username", source.username());
    details.put("stored_password", id != null);
    details.put("result", result);
    events.record(TESTED, id, details);
  }
}
