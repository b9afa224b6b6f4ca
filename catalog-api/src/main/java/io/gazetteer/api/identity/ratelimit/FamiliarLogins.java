package io.gazetteer.api.identity.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.web.CallerNetwork;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers who has logged in from where, so that a flood of strangers does not keep them out. Only
 * whoever has given the right password before is remembered, so nobody learns from the time that an
 * answer takes whether an account exists. Each process remembers for itself, in bounded memory.
 * Thread safe.
 */
@Component
public final class FamiliarLogins {
  private static final int MOST = 10_000;
  private static final Duration TIME = Duration.ofDays(30);

  private record Login(String account, String network) {}

  private final Cache<Login, Boolean> logins =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(TIME).build();

  /** Says whether the last login to the account from this network had the right password. */
  public boolean has(String account, @Nullable String address) {
    return logins.getIfPresent(login(account, address)) != null;
  }

  public void succeeded(String account, @Nullable String address) {
    logins.put(login(account, address), true);
  }

  public void failed(String account, @Nullable String address) {
    logins.invalidate(login(account, address));
  }

  private static Login login(String account, @Nullable String address) {
    return new Login(account, CallerNetwork.of(address));
  }
}
