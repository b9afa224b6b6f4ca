package io.gazetteer.worker.introspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.common.relation.RelationKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FailureIsolationTest {

  private final List<ReadOutcome> reported = new ArrayList<>();

  @Test
  void aPoisonedRelationCostsOnlyItself() throws SQLException {
    FakeSource source = new FakeSource(Set.of(3L, 77L));

    read(source, 100);

    assertThat(failed()).containsExactlyInAnyOrder(3L, 77L);
    assertThat(reported).hasSize(100);
    assertThat(source.attempts).isLessThan(40);
  }

  @Test
  void aFailureThatPassesCostsNothing() throws SQLException {
    FakeSource source = new FakeSource(Set.of(3L));
    source.healsAfter = 1;

    read(source, 100);

    assertThat(failed()).isEmpty();
    assertThat(source.attempts).isEqualTo(2);
  }

  @Test
  void aFailureOfTheConnectionIsThrown() {
    FakeSource source = new FakeSource(Set.of(3L));
    source.connectionIsLost = true;

    assertThatThrownBy(() -> read(source, 100)).isInstanceOf(SQLException.class);
    assertThat(reported).isEmpty();
  }

  @Test
  void aSourceThatFailsForEveryRelationIsNotBlamedOnThem() {
    Set<Long> all = Set.copyOf(LongStream.range(0, 1000).boxed().toList());

    assertThatThrownBy(() -> read(new FakeSource(all), 1000)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> read(new FakeSource(all), 5)).isInstanceOf(SQLException.class);
    assertThat(reported).isEmpty();
  }

  @Test
  void aRelationThatKeepsChangingFailsInTheEnd() throws SQLException {
    FakeSource source = new FakeSource(Set.of());
    source.restless = 5L;

    read(source, 10);

    assertThat(failed()).containsExactly(5L);
    assertThat(reported).hasSize(10);
  }

  private void read(FakeSource source, int size) throws SQLException {
    List<RelationRef> batch =
        LongStream.range(0, size)
            .mapToObj(id -> new RelationRef(id, "s", "t" + id, RelationKind.TABLE, 1))
            .toList();
    new FailureIsolation(source, new Outcomes(batch, reported::add)).read(batch);
  }

  private List<Long> failed() {
    return reported.stream()
        .filter(ReadOutcome.Failed.class::isInstance)
        .map(outcome -> outcome.ref().id())
        .toList();
  }

  private static final class FakeSource implements BatchAttempt {
    private final Set<Long> poisoned;
    private int healsAfter = Integer.MAX_VALUE;
    private boolean connectionIsLost;
    private long restless = -1;
    private int attempts;

    FakeSource(Set<Long> poisoned) {
      this.poisoned = poisoned;
    }

    @Override
    public void read(List<RelationRef> refs, Outcomes outcomes) throws SQLException {
      attempts++;
      boolean fails = refs.stream().anyMatch(ref -> poisoned.contains(ref.id()));
      if (fails && attempts <= healsAfter) {
        throw new SQLException("poisoned");
      }
      refs.stream()
          .filter(ref -> ref.id() != restless)
          .forEach(ref -> outcomes.report(new ReadOutcome.Gone(ref)));
    }

    @Override
    public boolean recover(SQLException failure, List<RelationRef> refs) {
      return false;
    }

    @Override
    public boolean concernsRelations(SQLException failure) {
      return !connectionIsLost;
    }

    @Override
    public FailureCode codeOf(SQLException failure, RelationRef ref) {
      return FailureCode.SOURCE_ERROR;
    }
  }
}
