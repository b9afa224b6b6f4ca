package io.gazetteer.api.identity.oidc;

import io.gazetteer.api.identity.ratelimit.Turns;
import io.gazetteer.api.web.CallerNetwork;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many ask the issuer at once, since one that is silent must not take the threads of
 * everybody. Whoever finds no place waits a moment for the next; networks take turns, since anyone
 * can begin logins and end them with made-up codes. Thread safe.
 */
final class IssuerPlaces {
  static final int AT_ONCE = 20;
  static final int MOST_WAITING = 40;
  static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final Turns turns = new Turns(AT_ONCE, MOST_WAITING, LONGEST_WAIT);

  /**
   * Asks the issuer when there is a place.
   *
   * @param address that the request comes from
   * @throws OidcRefusedException at once when too many wait, or when no place came
   */
  <T> T ask(@Nullable String address, Supplier<T> question) {
    var place =
        turns
            .take(CallerNetwork.of(address))
            .orElseThrow(
                () ->
                    new OidcRefusedException(
                        "Too many people sign in at once; try again in a moment"));
    try (place) {
      return question.get();
    }
  }
}
