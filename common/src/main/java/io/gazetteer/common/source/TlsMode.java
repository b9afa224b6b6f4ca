package io.gazetteer.common.source;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Says how connections to a data source are encrypted, from the least to the most demanding. */
public enum TlsMode {
  DISABLE,
  /** We encrypt when the server can; an attacker in between can prevent it. */
  PREFER,
  /** We always encrypt; the server's certificate counts only when a CA is given for it. */
  REQUIRE,
  /** We always encrypt, and the certificate must be a trusted one for the host's name. */
  VERIFY_FULL;

  /** Returns the JSON value, which is also what is stored, for example {@code verify-full}. */
  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether nothing is sent without encryption. */
  public boolean demandsEncryption() {
    return compareTo(REQUIRE) >= 0;
  }

  public static Optional<TlsMode> lookup(String name) {
    return Arrays.stream(values()).filter(mode -> mode.jsonName().equals(name)).findFirst();
  }
}
