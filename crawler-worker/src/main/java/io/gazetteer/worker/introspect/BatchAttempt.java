package io.gazetteer.worker.introspect;

import java.sql.SQLException;
import java.util.List;

/** Tries to read some relations of a batch; each dialect implements it. */
public interface BatchAttempt {

  /**
   * Reads the relations in one transaction. Those that changed under the reader are left without an
   * outcome and will be asked for again.
   */
  void read(List<RelationRef> refs, Outcomes outcomes) throws SQLException;

  /**
   * Prepares another try at the same relations after a failure, for example by leaving out what is
   * locked. Returns false when nothing can be done but to read fewer relations at a time.
   */
  boolean recover(SQLException failure, List<RelationRef> refs) throws SQLException;

  /** Returns whether single relations may be the cause of the failure, and not the connection. */
  boolean concernsRelations(SQLException failure) throws SQLException;

  /** Returns the code of a single relation's failure. */
  FailureCode codeOf(SQLException failure, RelationRef ref);
}
