package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.source.postgresql.SettingsRefusedException;
import io.gazetteer.worker.introspect.BatchAttempt;
import io.gazetteer.worker.introspect.FailureCode;
import io.gazetteer.worker.introspect.Outcomes;
import io.gazetteer.worker.introspect.ReadOutcome;
import io.gazetteer.worker.introspect.RelationRef;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads relations of PostgreSQL. After a lock timeout it looks up which relations are locked and
 * tries again without opening those: what needs no deparsing is found all the same.
 */
final class PostgresAttempt implements BatchAttempt {

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int MAX_LOOKS_AT_LOCKS = 2;
  private static final int SECONDS_FOR_A_SIGN_OF_LIFE = 5;

  private final Connection connection;
  private final Set<Long> locked = new HashSet<>();
  private int looksAtLocks;

  PostgresAttempt(Connection connection) {
    this.connection = connection;
  }

  @Override
  public void read(List<RelationRef> refs, Outcomes outcomes) throws SQLException {
    var facts =
        Snapshot.in(
            connection,
            () -> {
              BatchFacts found = BatchFacts.read(connection, refs, locked);
              Types.resolve(connection, found.usedTypes());
              return found;
            });
    for (RelationRef ref : refs) {
      outcome(ref, facts.take(ref)).ifPresent(outcomes::report);
    }
  }

  private Optional<ReadOutcome> outcome(RelationRef ref, RelationFacts facts) {
    var header = facts.header();
    if (header == null) {
      return Optional.of(new ReadOutcome.Gone(ref));
    }
    if (facts.textMissing() && locked.contains(ref.id())) {
      return Optional.of(FailureCode.LOCKED.of(ref));
    }
    var relation = RelationAssembler.assemble(ref.id(), facts, header);
    return relation.map(found -> new ReadOutcome.Found(ref, found, header.referencedBy()));
  }

  @Override
  public boolean recover(SQLException failure, List<RelationRef> refs) throws SQLException {
    if (!LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
      return false;
    }
    var oids = refs.stream().map(RelationRef::id).toList();
    if (looksAtLocks++ >= MAX_LOOKS_AT_LOCKS) {
      return locked.addAll(oids);
    }
    var parameters = NumberLists.none().oids("oids", oids);
    Snapshot.in(
        connection,
        () -> {
          PostgresQuery.LOCKED.run(connection, parameters, row -> locked.add(row.number()));
          return locked;
        });
    return true;
  }

  /**
   * Returns whether relations may be the cause. Class 08 is the connection, 57P the server going
   * down, 53 its lack of means; and no relation ends a session.
   */
  @Override
  public boolean concernsRelations(SQLException failure) throws SQLException {
    var state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return !state.isEmpty()
        && !state.startsWith("08")
        && !state.startsWith("57P")
        && !state.startsWith("53")
        && !(failure instanceof SettingsRefusedException)
        && connection.isValid(SECONDS_FOR_A_SIGN_OF_LIFE);
  }

  @Override
  public FailureCode codeOf(SQLException failure, RelationRef ref) {
    return switch (Objects.requireNonNullElse(failure.getSQLState(), "")) {
      case LOCK_NOT_AVAILABLE -> FailureCode.LOCKED;
      case "57014" -> FailureCode.TIMEOUT;
      case "42501" -> FailureCode.PERMISSION_DENIED;
      case "22021", "22P05" -> FailureCode.ENCODING_ERROR;
      default -> isView(ref) ? FailureCode.BROKEN_VIEW : FailureCode.SOURCE_ERROR;
    };
  }

  private static boolean isView(RelationRef ref) {
    return ref.kind() == RelationKind.VIEW || ref.kind() == RelationKind.MATERIALIZED_VIEW;
  }
}
