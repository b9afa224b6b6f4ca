package io.gazetteer.api.identity.auth.browsers;

import io.gazetteer.api.identity.sessions.OpaqueToken;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * Tokens that prove that a form is ours: only whoever has the cookie can make them. Each page has
 * another spelling of it, so that compressed answers do not give it away.
 */
public final class FormTokens {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PURPOSE = "form/";
  private static final int BYTES = 32;

  private FormTokens() {}

  /** Makes a token for a form of the browser with this cookie. */
  public static String make(String cookie) {
    byte[] token = new byte[2 * BYTES];
    byte[] mask = new byte[BYTES];
    RANDOM.nextBytes(mask);
    byte[] secret = secret(cookie);
    for (int i = 0; i < BYTES; i++) {
      token[i] = mask[i];
      token[BYTES + i] = (byte) (mask[i] ^ secret[i]);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** Says whether the browser with this cookie has the token from us. */
  public static boolean fits(String token, String cookie) {
    byte[] given;
    try {
      given = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (given.length != 2 * BYTES) {
      return false;
    }
    byte[] unmasked = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      unmasked[i] = (byte) (given[i] ^ given[BYTES + i]);
    }
    return MessageDigest.isEqual(unmasked, secret(cookie));
  }

  private static byte[] secret(String cookie) {
    return OpaqueToken.hash(PURPOSE + cookie);
  }
}
