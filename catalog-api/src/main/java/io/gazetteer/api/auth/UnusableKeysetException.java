package io.gazetteer.api.auth;

import io.gazetteer.common.secrets.SecretVaultException;

/** The keyset file is not the one the catalog's secrets were encrypted with. */
final class UnusableKeysetException extends RuntimeException {
  UnusableKeysetException(SecretVaultException cause) {
    super(
        "The keyset file does not fit this catalog: it decrypts none of its secrets. Set"
            + " GAZETTEER_KEYSET_FILE to the file that was there when the catalog was made",
        cause);
  }
}
