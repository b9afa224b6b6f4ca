package io.gazetteer.worker.introspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the relations of one kind of database. Implementations hold no state and may be shared by
 * threads; a connection may not. The connection should come from {@code
 * io.gazetteer.common.source}, whose session settings (search path, timeouts, read only) belong to
 * what is promised here.
 */
public interface Introspector {

  /**
   * Lists all relations outside the system schemas, ordered by id, or by schema and name where
   * there are no ids.
   */
  Listing list(Connection connection, String dbName) throws SQLException;

  /**
   * Returns those of the missing relations that the source does not prove to be gone, each with the
   * reason.
   */
  List<ReadOutcome.Failed> unproven(Connection connection, List<RelationRef> unlisted)
      throws SQLException;

  /**
   * Reads a batch in one short read-only transaction by a number of queries that does not depend on
   * the size of the batch, and hands every relation's outcome to the sink exactly once, in no
   * particular order. The sink is called outside the transaction and may take its time. When this
   * throws, the relations without an outcome are unknown, not gone.
   */
  void read(
      Connection connection, String dbName, List<RelationRef> batch, Consumer<ReadOutcome> sink)
      throws SQLException;
}
