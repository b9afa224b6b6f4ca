package io.gazetteer.benchmarks.reading;

import io.gazetteer.benchmarks.frame.Options;
import io.gazetteer.benchmarks.source.Target;
import io.gazetteer.common.source.SourceException;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.runtime.connect.Introspectors;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lists and reads a whole database as a worker does, on one connection, and counts the columns. */
public final class OurReading {
  private final Target database;
  private final int batchColumns = Options.number("batchColumns", 80_000);
  private long columns;

  /** The batches are as large as those of a worker, unless the command line says otherwise. */
  public OurReading(Target database) {
    this.database = database;
  }

  /** Reads everything, login included; returns the number of columns. */
  public long run() throws SQLException, SourceException {
    columns = 0;
    var address = database.address();
    var introspector = Introspectors.of(address.kind());
    try (var connection = database.connect()) {
      for (var batch : cut(introspector.list(connection, address.dbName()).relations())) {
        introspector.read(connection, address.dbName(), batch, this::count);
      }
    }
    return columns;
  }

  private void count(ReadOutcome outcome) {
    if (!(outcome instanceof ReadOutcome.Found found)) {
      throw new IllegalStateException("Not read: " + outcome);
    }
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
}
