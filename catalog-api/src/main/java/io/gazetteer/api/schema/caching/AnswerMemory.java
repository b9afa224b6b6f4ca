package io.gazetteer.api.schema.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers answers about data sources by their entity tags, in bounded memory and for a bounded
 * time.
 */
final class AnswerMemory {
  /** What an answer takes besides its bytes, about. */
  private static final int ENTRY = 250;

  private final Cache<Key, byte[]> answers;

  AnswerMemory(long bytes, Duration maxAge, Ticker ticker) {
    this.answers =
        Caffeine.newBuilder()
            .maximumWeight(bytes)
            .weigher((Key key, byte[] answer) -> ENTRY + answer.length)
            .expireAfterWrite(maxAge)
            .ticker(ticker)
            .recordStats()
            .build();
  }

  record Key(UUID dataSourceId, EntityTag entityTag) {}

  Optional<byte[]> find(Key key) {
    return Optional.ofNullable(answers.getIfPresent(key));
  }

  void keep(Key key, byte[] answer) {
    answers.put(key, answer);
  }

  void forget(UUID dataSourceId) {
    answers.asMap().keySet().removeIf(key -> key.dataSourceId().equals(dataSourceId));
  }

  void forgetAll() {
    answers.invalidateAll();
  }

  long count(UUID dataSourceId) {
    return answers.asMap().keySet().stream()
        .filter(key -> key.dataSourceId().equals(dataSourceId))
        .count();
  }

  /** Returns the cache, for its metrics. */
  Cache<?, ?> cache() {
    return answers;
  }
}
