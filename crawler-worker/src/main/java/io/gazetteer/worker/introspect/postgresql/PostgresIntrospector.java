package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.worker.introspect.FailureIsolation;
import io.gazetteer.worker.introspect.Introspector;
import io.gazetteer.worker.introspect.Listing;
import io.gazetteer.worker.introspect.Outcomes;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads PostgreSQL 12 and later. A batch takes ten statements, begin, settings and commit included;
 * a lock or an error in it takes more, but a bounded number.
 */
public final class PostgresIntrospector implements Introspector {

  @Override
  public Listing list(Connection connection, String dbName) throws SQLException {
    var relations = new ArrayList<RelationRef>();
    boolean[] anyVisible = {false};
    Snapshot.in(
        connection,
        () -> {
          PostgresQuery.LIST.run(
              connection,
              NumberLists.none(),
              row -> {
                relations.add(ref(row));
                anyVisible[0] |= row.flag();
              });
          return relations;
        });
    return new Listing(relations, !relations.isEmpty() && !anyVisible[0]);
  }

  private static RelationRef ref(CopyRow row) {
    return new RelationRef(
        row.number(),
        row.requiredText(),
        row.requiredText(),
        RelationHeader.kind(row.character(), row.flag()),
        row.integer());
  }

  /** Returns none: the listing does not depend on rights, so what it lacks is gone. */
  @Override
  public List<ReadOutcome.Failed> unproven(Connection connection, List<RelationRef> unlisted) {
    return List.of();
  }

  @Override
  public void read(
      Connection connection, String dbName, List<RelationRef> batch, Consumer<ReadOutcome> sink)
      throws SQLException {
    var outcomes = new Outcomes(batch, sink);
    new FailureIsolation(new PostgresAttempt(connection), outcomes).read(batch);
  }
}
