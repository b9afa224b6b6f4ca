package io.gazetteer.benchmarks.reading;

import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.SourceConnections;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.common.source.SourceTimeouts;
import io.gazetteer.common.source.TlsSettings;
import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.runtime.connect.Introspectors;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lists and reads a whole database as a worker does, on one connection, and counts what it saw. */
public final class OurReading {
  private final SourceAddress address;
  private final String password;
  private final int batchColumns;
  private long relations;
  private long columns;

  public OurReading(SourceAddress address, String password, int batchColumns) {
    this.address = address;
    this.password = password;
    this.batchColumns = batchColumns;
  }

  /** What one reading counted. */
  public record Counts(long relations, long columns) {}

  /** Reads everything, login included. */
  public Counts run() throws SQLException, SourceException {
    relations = 0;
    columns = 0;
    var introspector = Introspectors.of(address.kind());
    try (var connection =
        new SourceConnections(Targets.of(NetworkSettings.ofOneMachine(), HostLookup.SYSTEM))
            .open(address, password, SourceTimeouts.defaults())) {
      for (var batch : cut(introspector.list(connection, address.dbName()).relations())) {
        introspector.read(connection, address.dbName(), batch, this::count);
      }
    }
    return new Counts(relations, columns);
  }

  private void count(ReadOutcome outcome) {
    if (!(outcome instanceof ReadOutcome.Found found)) {
      throw new IllegalStateException("Not read: " + outcome);
    }
    relations++;
    columns += found.relation().columns().size();
  }

  private List<List<RelationRef>> cut(List<RelationRef> listed) {
    var batches = new ArrayList<List<RelationRef>>();
    var batch = new ArrayList<RelationRef>();
    long size = 0;
    for (var relation : listed) {
      if (!batch.isEmpty() && size + relation.columnCount() > batchColumns) {
        batches.add(batch);
        batch = new ArrayList<>();
        size = 0;
      }
      batch.add(relation);
      size += relation.columnCount();
    }
    batches.add(batch);
    return batches;
  }

  /** Where a PostgreSQL database is. */
  public static SourceAddress postgres(int port, String database) {
    return new SourceAddress(
        DatabaseKind.POSTGRESQL, "127.0.0.1", port, database, "postgres", TlsSettings.DEFAULTS);
  }
}
