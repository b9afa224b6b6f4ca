package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.worker.introspect.FailureCode;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import io.gazetteer.worker.introspect.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Tells a dropped table from one that the user may no longer see: information_schema shows neither.
 * Naming the table does, by the error. Costs a statement each and is therefore bounded; there is no
 * harm in leaving the rest to the next listing.
 */
final class DropProof {

  private static final int MAX_PROOFS = 32;
  private static final int NO_SUCH_TABLE = 1146;

  private final Connection connection;
  private int proofs;

  DropProof(Connection connection) {
    this.connection = connection;
  }

  ReadOutcome judge(RelationRef ref) throws SQLException {
    if (proofs++ >= MAX_PROOFS) {
      return FailureCode.CHANGED_WHILE_READING.of(ref);
    }
    try (Statement statement = connection.createStatement()) {
      String question = "show columns from " + quoted(ref.schema()) + "." + quoted(ref.name());
      Statements.run(() -> statement.execute(question));
      return FailureCode.CHANGED_WHILE_READING.of(ref);
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_TABLE) {
        return new ReadOutcome.Gone(ref);
      }
      return FailureCode.PERMISSION_DENIED.of(ref);
    }
  }

  private static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
