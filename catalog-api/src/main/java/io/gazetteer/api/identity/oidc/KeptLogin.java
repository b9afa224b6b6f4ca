package io.gazetteer.api.identity.oidc;

import io.gazetteer.common.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a browser keeps in a cookie while its user is at the issuer.
 *
 * @param next the page to go to in the end
 */
public record KeptLogin(String state, String nonce, String verifier, String next) {
  private static final int PARTS = 4;
  private static final String BETWEEN = ".";

  /** Writes it as the value of a cookie. */
  public String encode() {
    return String.join(BETWEEN, List.of(state, nonce, verifier, base64(bytes(next))));
  }

  /** Reads the value of a cookie; empty when it is none of ours. */
  public static Optional<KeptLogin> decode(String cookie) {
    var parts = cookie.split("\\.", -1);
    if (parts.length != PARTS || parts[0].isEmpty() || parts[2].isEmpty()) {
      return Optional.empty();
    }
    try {
      var next = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
      return Optional.of(new KeptLogin(parts[0], parts[1], parts[2], next));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Hashes as PKCE (RFC 7636, S256) does. */
  static String hash(String text) {
    return base64(Sha256.begin().digest(text.getBytes(StandardCharsets.US_ASCII)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Hides the secrets. */
  @Override
  public String toString() {
    return "KeptLogin[next=" + next + "]";
  }
}
