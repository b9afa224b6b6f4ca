package io.gazetteer.servers.node.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Is the one login of the node. The system property {@code gazetteer.node.user} names its user. */
final class Credentials {
  private static final String USER = System.getProperty("gazetteer.node.user", "gazetteer");

  private final byte[] expected;

  Credentials(String password) {
    var login = (USER + ":" + password).getBytes(StandardCharsets.UTF_8);
    expected = bytes("Basic " + Base64.getEncoder().encodeToString(login));
  }

  /** Returns whether this is the header that the login makes; takes the same time when not. */
  boolean match(String authorization) {
    return MessageDigest.isEqual(expected, bytes(authorization));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
