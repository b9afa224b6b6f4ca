package io.gazetteer.api.testing;

import java.time.Duration;
import java.util.function.Supplier;

/** Keeps an access token, and logs in again long before it ends: tests may take longer. */
final class RenewedToken implements Supplier<String> {
  private static final long KEPT = Duration.ofMinutes(5).toNanos();

  private final Supplier<String> login;
  private String token;
  private long since;

  RenewedToken(Supplier<String> login) {
    this.login = login;
    this.token = login.get();
    this.since = System.nanoTime();
  }

  @Override
  public synchronized String get() {
    if (System.nanoTime() - since > KEPT) {
      token = login.get();
      since = System.nanoTime();
    }
    return token;
  }
}
