package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long now;
  private final Pace pace = new Pace(() -> now);

  @Test
  void bearsReadersThatPauseAndReadersThatAreSteady() {
    assertThatCode(
            () -> {
              write(8192, Pace.GRACE);
              for (int i = 0; i < 1000; i++) {
                write(Pace.LEAST_BYTES_PER_SECOND, Duration.ofSeconds(1));
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void endsAnAnswerThatIsReadByteByByte() {
    assertThatIOException()
        .isThrownBy(
            () -> {
              for (int i = 0; i < 4; i++) {
                write(1000, Pace.GRACE.dividedBy(3));
              }
            });
  }

  @Test
  void doesNotCountTheTimeBetweenWrites() {
    assertThatCode(
            () -> {
              write(1, Duration.ZERO);
              now += Duration.ofHours(1).toNanos();
              write(1, Duration.ZERO);
            })
        .doesNotThrowAnyException();
  }

  private void write(int bytes, Duration time) throws IOException {
    pace.write(bytes, () -> now += time.toNanos());
  }
}
