package io.gazetteer.api.identity.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(3, 2);
  private final Caller jane = someone();

  @Test
  void givesOnePersonSomeAndAllABoundedNumber() {
    var first = places.take(jane).orElseThrow();
    assertThat(places.take(jane)).isPresent();
    assertThat(places.take(jane)).isEmpty();
    assertThat(places.take(someone())).isPresent();
    assertThat(places.take(someone())).isEmpty();

    first.close();
    first.close();
    assertThat(places.take(someone())).isPresent();
    assertThat(places.take(someone())).isEmpty();
  }

  @Test
  void countsTheTokensOfAPersonTogether() {
    for (int i = 0; i < 2; i++) {
      assertThat(places.take(tokenOfJane())).isPresent();
    }
    assertThat(places.take(tokenOfJane())).isEmpty();
    assertThat(places.take(jane)).isEmpty();
  }

  private Caller tokenOfJane() {
    return Caller.ofToken(
        UUID.randomUUID(), Objects.requireNonNull(jane.userId()), "jane", Role.VIEWER);
  }

  private static Caller someone() {
    return Caller.ofSession(UUID.randomUUID(), "someone", Role.VIEWER);
  }
}
