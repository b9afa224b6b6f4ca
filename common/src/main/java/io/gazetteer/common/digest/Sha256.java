package io.gazetteer.common.digest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Makes SHA-256 digests, and short texts of them. */
public final class Sha256 {
  private static final int SHORT_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Sha256() {}

  public static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Ends a digest and returns the first 128 of its 256 bits: 22 characters of base64url, enough to
   * tell things apart that nobody forges.
   */
  public static String shortText(MessageDigest digest) {
    return BASE64.encodeToString(Arrays.copyOf(digest.digest(), SHORT_BYTES));
  }
}
