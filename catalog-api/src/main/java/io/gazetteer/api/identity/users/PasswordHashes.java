package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.ratelimit.Turns;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords with Argon2id, 19 MiB and one lane. Two passes over that memory are OWASP's
 * floor; each takes some 20 ms of a core. A hash says what it cost, so that the passes may change.
 * Thread safe.
 */
public final class PasswordHashes {
  /** Names the setting that says how many passes. */
  static final String PASSES = "gazetteer.login.hash-passes";

  public static final int LEAST_CHARACTERS = 12;
  public static final int MOST_CHARACTERS = 1000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  static final int LEAST_PASSES = 2;

  private final Argon2PasswordEncoder encoder;

  /** No password has this hash; it costs as much to find that out as any other. */
  private final String nobody;

  /** More than these would wait longer than people do. */
  private static final int MOST_WAITING = 20;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  /**
   * One place for everybody, and one that a flood of strangers cannot take: a flood of logins must
   * take neither the memory of everything else nor the turn of those who work here. Nor may one of
   * them take it from another.
   */
  private final Turns everybody = new Turns(1, MOST_WAITING, LONGEST_WAIT);

  private final Turns familiar = new Turns(1, MOST_WAITING, LONGEST_WAIT);

  /**
   * @throws IllegalArgumentException for fewer than two passes
   */
  public PasswordHashes(int passes) {
    if (passes < LEAST_PASSES) {
      throw new IllegalArgumentException(
          "Passwords are hashed with %d passes at least, not %d".formatted(LEAST_PASSES, passes));
    }
    encoder = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, passes);
    nobody =
        "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
            .formatted(MEMORY_KIB, passes, zeros(SALT_BYTES), zeros(HASH_BYTES));
  }

  /**
   * Hashes a password that someone who has logged in may choose.
   *
   * @throws HashingBusyException when too many wait
   */
  public String hash(String password) {
    var whose = Callers.find().map(Caller::owner).orElse("");
    return inTurn(true, whose, () -> String.valueOf(encoder.encode(password)));
  }

  /**
   * Says whether the hash was made from this password.
   *
   * @param isFamiliar whether there is reason to believe that it is no stranger who asks
   * @param whose all with the same key share their turns
   * @param hash asked for when it is this password's turn, so that a flood has nothing looked up;
   *     null when there is no such user: the same work, and false. What it throws is thrown
   * @throws HashingBusyException when too many wait, at once, or when no turn came in five seconds
   */
  public boolean matches(
      String password, boolean isFamiliar, String whose, Supplier<@Nullable String> hash) {
    return inTurn(
        isFamiliar,
        whose,
        () -> {
          var stored = hash.get();
          return encoder.matches(password, stored == null ? nobody : stored) && stored != null;
        });
  }

  /** The same for someone who is no stranger, with a hash that is at hand. */
  public boolean matches(String password, @Nullable String hash) {
    return matches(password, true, "", () -> hash);
  }

  private <T> T inTurn(boolean isFamiliar, String whose, Supplier<T> work) {
    var turn =
        isFamiliar
            ? everybody.takeFree(whose).or(() -> familiar.take(whose))
            : everybody.take(whose);
    var place = turn.orElseThrow(HashingBusyException::new);
    try (place) {
      return work.get();
    }
  }

  /** Says whether the hash cost less than hashes do now. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  /** Cuts a password that is so long that it was never stored: a hash of more costs more. */
  public static String cut(String password) {
    return password.length() > MOST_CHARACTERS ? "" : password;
  }

  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }
}
