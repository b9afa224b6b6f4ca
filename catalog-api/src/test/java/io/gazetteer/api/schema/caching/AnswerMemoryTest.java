package io.gazetteer.api.schema.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnswerMemoryTest {
  private static final UUID ONE = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  private final AtomicLong nanos = new AtomicLong();
  private final AnswerMemory memory = new AnswerMemory(100_000, Duration.ofMinutes(1), nanos::get);

  @Test
  void keepsAnswersForAsLongAsItMay() {
    memory.keep(key(ONE, "a"), new byte[] {1});
    nanos.addAndGet(Duration.ofSeconds(59).toNanos());
    assertThat(memory.find(key(ONE, "a"))).hasValue(new byte[] {1});
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(memory.find(key(ONE, "a"))).isEmpty();
  }

  @Test
  void tellsEntityTagsAndDataSourcesApart() {
    memory.keep(key(ONE, "a"), new byte[] {1});

    assertThat(memory.find(key(ONE, "b"))).isEmpty();
    assertThat(memory.find(key(OTHER, "a"))).isEmpty();
  }

  @Test
  void forgetsOneDataSourceOrAll() {
    memory.keep(key(ONE, "a"), new byte[1]);
    memory.keep(key(ONE, "b"), new byte[1]);
    memory.keep(key(OTHER, "a"), new byte[1]);

    memory.forget(ONE);
    assertThat(memory.count(ONE)).isZero();
    assertThat(memory.count(OTHER)).isOne();
    memory.forgetAll();
    assertThat(memory.count(OTHER)).isZero();
  }

  @Test
  void isBoundedByBytes() {
    IntStream.range(0, 1000).forEach(i -> memory.keep(key(ONE, "v" + i), new byte[1000]));
    memory.keep(key(OTHER, "too large"), new byte[200_000]);
    memory.cache().cleanUp();

    assertThat(memory.count(ONE)).isBetween(1L, 99L);
    assertThat(memory.find(key(OTHER, "too large"))).isEmpty();
  }

  private static AnswerMemory.Key key(UUID dataSource, String tag) {
    return new AnswerMemory.Key(dataSource, new EntityTag(tag));
  }
}
