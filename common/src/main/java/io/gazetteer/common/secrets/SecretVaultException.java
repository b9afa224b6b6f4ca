package io.gazetteer.common.secrets;

/** Says that a secret or keyset cannot be used. The message names the place, never the value. */
public class SecretVaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretVaultException(String message, Throwable cause) {
    super(message, cause);
  }

  SecretVaultException(String message) {
    super(message);
  }
}
