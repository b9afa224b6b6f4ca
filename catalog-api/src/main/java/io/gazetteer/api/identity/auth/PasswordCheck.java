package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.ratelimit.FamiliarLogins;
import io.gazetteer.api.identity.ratelimit.LoginLimits;
import io.gazetteer.api.identity.users.PasswordHashes;
import io.gazetteer.api.identity.users.User;
import io.gazetteer.api.identity.users.Users;
import io.gazetteer.api.web.CallerNetwork;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out who logs in. Whoever is refused does not learn whether there is such a user. */
@Component
final class PasswordCheck {
  private final Users users;
  private final PasswordHashes passwords;
  private final LoginLimits limits;
  private final FamiliarLogins familiar;
  private final RepeatableEvents events;

  PasswordCheck(
      Users users,
      PasswordHashes passwords,
      LoginLimits limits,
      FamiliarLogins familiar,
      RepeatableEvents events) {
    this.users = users;
    this.passwords = passwords;
    this.limits = limits;
    this.familiar = familiar;
    this.events = events;
  }

  /**
   * Returns the user who has this name and password.
   *
   * @param address that the request comes from
   * @throws WrongPasswordException when the user or the password is wrong
   * @throws io.gazetteer.api.identity.ratelimit.TooManyPasswordsException after too many of these
   * @throws io.gazetteer.api.identity.users.HashingBusyException when too many log in at once
   */
  User find(String username, String password, @Nullable String address) {
    boolean isFamiliar = familiar.has(username, address);
    var attempt = limits.attempt(username, address, isFamiliar);
    var found = new AtomicReference<@Nullable User>();
    boolean right =
        passwords.matches(
            PasswordHashes.cut(password),
            isFamiliar,
            isFamiliar ? username : CallerNetwork.of(address),
            () -> {
              attempt.admit();
              users.find(username).ifPresent(found::set);
              return hash(found.get());
            });
    var user = found.get();
    if (user == null || !right) {
      familiar.failed(username, address);
      refuse(user, address);
      throw new WrongPasswordException();
    }
    attempt.succeeded();
    familiar.succeeded(username, address);
    if (passwords.isOutdated(user.passwordHash())) {
      users.rehash(user, passwords.hash(password));
    }
    return user;
  }

  /** A disabled user's password is looked at, too: the answer takes as long. */
  private static @Nullable String hash(@Nullable User user) {
    return user == null || user.disabled() ? null : user.passwordHash();
  }

  /**
   * Records a refused login. A name that nobody has may be a password in the wrong field: it is not
   * kept.
   */
  private void refuse(@Nullable User user, @Nullable String address) {
    events.record(
        Audit.Actor.NOBODY,
        address,
        "login_failed",
        user == null ? null : user.username(),
        Map.of("known_user", user != null));
  }
}
