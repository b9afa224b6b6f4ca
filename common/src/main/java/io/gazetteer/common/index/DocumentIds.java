package io.gazetteer.common.index;

import io.gazetteer.common.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Makes the ids of documents: a hash of where a thing stands, so that the same table has the same
 * id in every crawl. Each name goes in with its length, so that two different places never give the
 * same input. An id has 22 characters of base64url, 128 bits of SHA-256.
 */
public final class DocumentIds {
  private DocumentIds() {}

  public static String table(UUID dataSourceId, String schema, String table) {
    return hash(dataSourceId, schema, table);
  }

  public static String column(UUID dataSourceId, String schema, String table, String column) {
    return hash(dataSourceId, schema, table, column);
  }

  private static String hash(UUID dataSourceId, String... names) {
    var digest = Sha256.begin();
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
    return Sha256.shortText(digest);
  }
}
