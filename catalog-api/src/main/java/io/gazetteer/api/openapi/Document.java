package io.gazetteer.api.openapi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (var in = Objects.requireNonNull(Document.class.getResourceAsStream(resource), resource)) {
      return of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the document with another text in the place of one. */
  Document with(String place, String text) {
    return of(
        new String(plain, StandardCharsets.UTF_8)
            .replace(place, text)
            .getBytes(StandardCharsets.UTF_8));
  }

  private static Document of(byte[] plain) {
    try (var zipped = new ByteArrayOutputStream()) {
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
