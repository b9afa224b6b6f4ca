package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.BatchAttempt;
import io.gazetteer.worker.introspect.FailureCode;
import io.gazetteer.worker.introspect.Outcomes;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables and views of MySQL or MariaDB. */
final class MySqlAttempt implements BatchAttempt {

  /**
   * A longer list would make MariaDB slow: it turns a list of a thousand and more into a subquery,
   * and then opens every table of the schema before it looks at the names.
   */
  private static final int MAX_NAMES = 900;

  /** A batch names at most this many tables that it finds missing. */
  private static final int MAX_PROOFS = 32;

  private static final int SECONDS_FOR_A_SIGN_OF_LIFE = 5;

  private final Connection connection;
  private final String schema;
  private final ServerVersion version;
  private final DropProof dropProof;
  private @Nullable MySqlRights rights;

  MySqlAttempt(Connection connection, String schema) throws SQLException {
    this.connection = connection;
    this.schema = schema;
    this.version = ServerVersion.of(connection);
    this.dropProof = new DropProof(connection, MAX_PROOFS);
  }

  @Override
  public void read(List<RelationRef> refs, Outcomes outcomes) throws SQLException {
    for (int start = 0; start < refs.size(); start += MAX_NAMES) {
      readNames(refs.subList(start, Math.min(refs.size(), start + MAX_NAMES)), outcomes);
    }
  }

  private void readNames(List<RelationRef> refs, Outcomes outcomes) throws SQLException {
    var batch = TableBatch.read(connection, schema, version, refs);
    for (RelationRef ref : refs) {
      outcome(ref, batch.of(ref)).ifPresent(outcomes::report);
    }
  }

  private Optional<ReadOutcome> outcome(RelationRef ref, TableFacts facts) throws SQLException {
    var header = facts.header;
    if (header == null) {
      return Optional.of(dropProof.judge(ref));
    }
    if (header.kind() == RelationKind.VIEW && facts.columns.isEmpty()) {
      return Optional.of(FailureCode.BROKEN_VIEW.of(ref));
    }
    return TableAssembler.assemble(
            ref, header, facts, new TableAssembler.Source(version.mariaDb(), rights()))
        .map(found -> new ReadOutcome.Found(ref, found, facts.referencedBy));
  }

  private MySqlRights rights() throws SQLException {
    var known = rights;
    if (known == null) {
      known = MySqlRights.of(connection);
      rights = known;
    }
    return known;
  }

  @Override
  public boolean recover(SQLException failure, List<RelationRef> refs) {
    return false;
  }

  /**
   * Returns whether relations may be the cause. Class 08 is the connection; the numbers are the
   * server going down and a killed session; and no relation ends a session.
   */
  @Override
  public boolean concernsRelations(SQLException failure) throws SQLException {
    var state = Objects.requireNonNullElse(failure.getSQLState(), "");
    int number = failure.getErrorCode();
    return !state.isEmpty()
        && !state.startsWith("08")
        && number != 1053
        && number != 1317
        && connection.isValid(SECONDS_FOR_A_SIGN_OF_LIFE);
  }

  @Override
  public FailureCode codeOf(SQLException failure, RelationRef ref) {
    return switch (failure.getErrorCode()) {
      case 1205 -> FailureCode.LOCKED;
      case 1969, 3024 -> FailureCode.TIMEOUT;
      case 1044, 1142, 1143, 1227 -> FailureCode.PERMISSION_DENIED;
      default ->
          ref.kind() == RelationKind.VIEW ? FailureCode.BROKEN_VIEW : FailureCode.SOURCE_ERROR;
    };
  }
}
