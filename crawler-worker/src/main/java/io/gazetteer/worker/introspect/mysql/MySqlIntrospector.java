package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.worker.introspect.Introspector;
import io.gazetteer.worker.introspect.Listing;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** Reads MySQL 5.7 and later and MariaDB 10.4 and later. */
public final class MySqlIntrospector implements Introspector {

  @Override
  public Listing list(Connection connection, String dbName) throws SQLException {
    return new Listing(List.of(), false);
  }

  @Override
  public void read(
      Connection connection, String dbName, List<RelationRef> batch, Consumer<ReadOutcome> sink)
      throws SQLException {}
}
