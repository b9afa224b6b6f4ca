package io.gazetteer.common.index;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/**
 * The ids of documents: a hash of where a thing stands, so that the same table has the same id in
 * every crawl. Each name goes in with its length, so no two different places give the same input.
 * 22 characters of base64url, 128 bits of SHA-256.
 */
public final class DocumentIds {
  private static final int ID_BYTES = 16;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private DocumentIds() {}

  /** The id of a relation's document. */
  public static String table(UUID dataSourceId, String schema, String table) {
    return hash(dataSourceId, schema, table);
  }

  /** The id of a column's document. */
  public static String column(UUID dataSourceId, String schema, String table, String column) {
    return hash(dataSourceId, schema, table, column);
  }

  private static String hash(UUID dataSourceId, String... names) {
    var digest = sha256();
    digest.update(
        ByteBuffer.allocate(Long.BYTES * 2)
            .putLong(dataSourceId.getMostSignificantBits())
            .putLong(dataSourceId.getLeastSignificantBits())
            .array());
    for (String name : names) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return BASE64.encodeToString(Arrays.copyOf(digest.digest(), ID_BYTES));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
