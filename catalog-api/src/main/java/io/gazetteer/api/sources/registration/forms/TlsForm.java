package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and checks how connections are to be encrypted; every field can be left out. */
@FromRequest
final class TlsForm {
  static final Set<String> FIELDS = Set.of("tls_mode", "ca_certificate");

  private TlsForm() {}

  /**
   * The settings as they are to be; what is left out stays as it was. A CA that the mode makes no
   * use of is forgotten.
   */
  static TlsSettings read(JsonFields fields, TlsSettings before) {
    var mode = Objects.requireNonNullElse(mode(fields), before.mode());
    var given = certificate(fields);
    if (given != null && !mode.demandsEncryption()) {
      fields.refuse("ca_certificate", "has a meaning with tls_mode require or verify-full only");
    }
    if (!mode.demandsEncryption()) {
      return new TlsSettings(mode, null);
    }
    return new TlsSettings(mode, fields.has("ca_certificate") ? given : before.caCertificate());
  }

  private static @Nullable TlsMode mode(JsonFields fields) {
    var text = fields.has("tls_mode") ? fields.text("tls_mode") : null;
    if (text == null) {
      return null;
    }
    var mode = TlsMode.lookup(text);
    if (mode.isEmpty()) {
      fields.refuse("tls_mode", "must be disable, prefer, require or verify-full");
    }
    return mode.orElse(null);
  }

  private static @Nullable String certificate(JsonFields fields) {
    if (!fields.has("ca_certificate") || fields.isNull("ca_certificate")) {
      return null;
    }
    var text = fields.text("ca_certificate");
    if (text == null) {
      return null;
    }
    var certificates = CaCertificates.read(text);
    if (certificates.problem() != null) {
      fields.refuse("ca_certificate", certificates.problem());
    }
    return certificates.pem();
  }
}
