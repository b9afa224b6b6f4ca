package io.gazetteer.api.identity.auth.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.OidcServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** What tokens that anyone can make up have us ask their issuer. */
class ExternalTokensTest {
  private static final int FORGED = 200;

  /** Not much less than what the issuer has for an answer. */
  private static final Duration HELD = Duration.ofSeconds(4);

  private final MovedClock clock = new MovedClock();
  private OidcServer issuer;
  private ExternalTokens tokens;

  /** Stands still until it is moved. */
  private static final class MovedClock extends Clock {
    private final Instant begin = Instant.now();
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return begin.plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  @BeforeEach
  void start() throws IOException {
    issuer = new OidcServer();
    issuer.give("gazetteer-viewer");
    tokens =
        new ExternalTokens(
            new ExternalIssuer(issuer.url(), "gazetteer", "", "", List.of(), "roles", "gazetteer-"),
            clock);
  }

  @AfterEach
  void stop() {
    issuer.close();
  }

  private boolean isGood(String token) {
    return tokens.read(token, null).isPresent();
  }

  private void forge() {
    for (int i = 0; i < FORGED; i++) {
      assertThat(isGood(issuer.forgedToken())).isFalse();
    }
  }

  @Test
  void whoeverForgesKeysHasTheIssuerAskedAFewTimesAMinute() {
    assertThat(isGood(issuer.accessToken())).isTrue();
    for (int second = 0; second < 60; second += 10) {
      clock.ahead = Duration.ofSeconds(second);
      forge();
      assertThat(isGood(issuer.accessToken())).isTrue();
    }
    assertThat(issuer.keysAsked()).isBetween(2, 5);
  }

  @Test
  void aNewKeyOfTheIssuerIsGoodAtOnce() {
    assertThat(isGood(issuer.accessToken())).isTrue();
    issuer.rotate();
    assertThat(isGood(issuer.accessToken())).isTrue();
  }

  @Test
  void aNewKeyOfTheIssuerIsGoodAfterThePauseHoweverManyOthersAreForged() {
    assertThat(isGood(issuer.accessToken())).isTrue();
    forge();
    issuer.rotate();
    assertThat(isGood(issuer.accessToken())).isFalse();

    clock.ahead = IssuerKeys.PAUSE;
    assertThat(isGood(issuer.accessToken())).isTrue();
  }

  @Test
  void aKeyThatTheIssuerTakesBackIsGoodNoMore() {
    assertThat(isGood(issuer.accessToken())).isTrue();
    var old = issuer.accessToken();
    issuer.rotate();
    assertThat(isGood(issuer.accessToken())).isTrue();
    assertThat(isGood(old)).isFalse();
  }

  @Test
  void nobodyCanTellWhatIsGoodBeforeTheIssuerHasSaidItsKeys() {
    var token = issuer.accessToken();
    issuer.close();
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> isGood(token)).isInstanceOf(DataAccessException.class);
    }
  }

  /** One asks, and the others have their answers long before the issuer's deadline. */
  @Test
  void aSilentIssuerHoldsFewUp() throws Exception {
    assertThat(isGood(issuer.accessToken())).isTrue();
    var good = issuer.accessToken();
    var forged = IntStream.range(0, FORGED).mapToObj(i -> issuer.forgedToken()).toList();
    issuer.beSilent();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var times = forged.stream().map(token -> threads.submit(() -> timed(token, false))).toList();
      await().until(() -> issuer.kept() > 0);
      assertThat(timed(good, true)).isLessThan(Duration.ofSeconds(1));
      int held = 0;
      for (var time : times) {
        held += time.get().compareTo(HELD) > 0 ? 1 : 0;
      }
      assertThat(held).isLessThanOrEqualTo(2);
    }
  }

  private Duration timed(String token, boolean isGood) {
    long began = System.nanoTime();
    assertThat(isGood(token)).isEqualTo(isGood);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
