package io.gazetteer.api.sources.registration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Two certificates. */
public final class TestPem {
  public static final String TRUSTED = read("trusted.pem");
  public static final String OTHER = read("other.pem");

  private TestPem() {}

  private static String read(String name) {
    try (var in = TestPem.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
