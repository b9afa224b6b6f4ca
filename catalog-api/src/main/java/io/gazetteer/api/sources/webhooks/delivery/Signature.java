package io.gazetteer.api.sources.webhooks.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs messages as <a href="https://www.standardwebhooks.com">Standard Webhooks</a> says: the id,
 * the time in seconds and the body, with HMAC-SHA256.
 */
public final class Signature {
  /** Begins a secret whose rest is the key in Base64; any other secret is the key itself. */
  private static final String PREFIX = "whsec_";

  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Signature() {}

  /** Makes a secret of 256 random bits. */
  public static String newSecret() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** Says whether this can be a secret as far as its prefix promises something. */
  public static boolean isWellFormed(String secret) {
    try {
      return key(secret).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns the value of the header {@code webhook-signature}. */
  static String of(String secret, String id, Instant at, String body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key(secret), ALGORITHM));
      var signed = id + "." + at.getEpochSecond() + "." + body;
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java has " + ALGORITHM, e);
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(PREFIX)
        ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
