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
 * Naming the table does, by the error. Each proof costs a statement.
 */
final class DropProof {

  private static final int NO_SUCH_TABLE = 1146;

  private final Connection connection;
  private int proofsLeft;

  /**
   * Makes proofs over one connection.
   *
   * @param proofs how many at most; the rest is left to the next listing
   */
  DropProof(Connection connection, int proofs) {
    this.connection = connection;
    this.proofsLeft = proofs;
  }

  ReadOutcome judge(RelationRef ref) throws SQLException {
    if (proofsLeft-- <= 0) {
      return FailureCode.CHANGED_WHILE_READING.of(ref);
    }
    try (Statement statement = connection.createStatement()) {
      var question = "show columns from " + quoted(ref.schema()) + "." + quoted(ref.name());
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
