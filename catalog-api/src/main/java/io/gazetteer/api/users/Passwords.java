package io.gazetteer.api.users;

import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** Hashes passwords with Argon2id: 19 MiB, two passes, one lane (OWASP's floor). Thread safe. */
public final class Passwords {
  public static final int LEAST_CHARACTERS = 12;
  public static final int MOST_CHARACTERS = 1000;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;

  /** No password has this hash; it costs as much to find that out as any other. */
  private static final String NOBODY =
      "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s"
          .formatted(MEMORY_KIB, PASSES, zeros(SALT_BYTES), zeros(HASH_BYTES));

  private final Argon2PasswordEncoder encoder =
      new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, PASSES);

  /** A flood of logins must not take the memory of everything else. */
  private final Semaphore atOnce = new Semaphore(2, true);

  public String hash(String password) {
    atOnce.acquireUninterruptibly();
    try {
      return String.valueOf(encoder.encode(password));
    } finally {
      atOnce.release();
    }
  }

  /**
   * Whether the hash was made from this password.
   *
   * @param hash null when there is no such user: the same work, and false
   */
  public boolean matches(String password, @Nullable String hash) {
    return matches(password, hash, () -> {});
  }

  /**
   * The same.
   *
   * @param admission asked when it is this password's turn: two are looked at at once. What it
   *     throws is thrown
   */
  public boolean matches(String password, @Nullable String hash, Runnable admission) {
    atOnce.acquireUninterruptibly();
    try {
      admission.run();
      return encoder.matches(password, hash == null ? NOBODY : hash) && hash != null;
    } finally {
      atOnce.release();
    }
  }

  /** What to look at instead of one so long that it was never stored: a hash of more costs more. */
  public static String cut(String password) {
    return password.length() > MOST_CHARACTERS ? "" : password;
  }

  private static String zeros(int bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
  }
}
