package io.gazetteer.worker.runtime.health;

import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.SearchIndex.State;
import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Is DOWN when the search index cannot be written: it is missing, closed, blocked or read-only.
 * Component {@code index} of the health endpoint. Thread safe.
 */
@Component
final class IndexHealthIndicator implements HealthIndicator {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final SearchIndexes indexes;

  IndexHealthIndicator(SearchIndexes indexes) {
    this.indexes = indexes.within(PATIENCE);
  }

  @Override
  public Health health() {
    try {
      var state = indexes.state();
      var health = state.filter(State.OPEN::equals).isPresent() ? Health.up() : Health.down();
      return health.withDetail("state", state.map(State::name).orElse("MISSING")).build();
    } catch (IndexException e) {
      return Health.down().build();
    }
  }
}
