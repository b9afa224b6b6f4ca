package io.gazetteer.common.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How connections to a data source are encrypted, from the least to the most demanding. */
public enum TlsMode {
  /** Never. */
  DISABLE,
  /** When the server can; whoever sits in between can prevent it. */
  PREFER,
  /** Always; the server's certificate counts only when a CA is given for it. */
  REQUIRE,
  /** Always, and the certificate must be a trusted one for the host's name. */
  VERIFY_FULL;

  /** The JSON value and what is stored, for example {@code verify-full}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing is sent without encryption. */
  public boolean demandsEncryption() {
    return compareTo(REQUIRE) >= 0;
  }

  public static Optional<TlsMode> lookup(String name) {
    return Arrays.stream(values()).filter(mode -> mode.jsonName().equals(name)).findFirst();
  }
}
