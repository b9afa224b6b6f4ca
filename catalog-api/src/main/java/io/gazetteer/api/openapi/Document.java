package io.gazetteer.api.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * Holds a resource as it is and compressed: anyone may ask for it, so it is compressed once, not
 * for each answer.
 */
final class Document {
  private final byte[] plain;
  private final byte[] zipped;

  private Document(byte[] plain, byte[] zipped) {
    this.plain = plain;
    this.zipped = zipped;
  }

  static Document read(String resource) {
    try (var in = Objects.requireNonNull(Document.class.getResourceAsStream(resource), resource);
        var zipped = new ByteArrayOutputStream()) {
      byte[] plain = in.readAllBytes();
      try (var out = new GZIPOutputStream(zipped)) {
        out.write(plain);
      }
      return new Document(plain, zipped.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] plain() {
    return plain;
  }

  byte[] zipped() {
    return zipped;
  }
}
