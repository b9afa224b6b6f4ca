package io.gazetteer.common.secrets;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts secrets for the catalog store with AES-256-GCM. Every ciphertext is bound to the place
 * it is stored in, so that it cannot be moved to another row or field. Thread safe.
 */
public final class SecretVault {
  private final Aead aead;

  SecretVault(Aead aead) {
    this.aead = aead;
  }

  /**
   * Encrypts a secret for one place.
   *
   * @param place names the row and field it will be stored in, for example {@code
   *     data_source/6f1c.../secret}
   */
  public byte[] encrypt(Secret secret, String place) {
    try {
      return aead.encrypt(secret.utf8(), associatedData(place));
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException("The secret of " + place + " cannot be encrypted", e);
    }
  }

  /**
   * Decrypts what {@link #encrypt} made for the same place.
   *
   * @throws SecretVaultException when it was made with a key that is not in the keyset, for another
   *     place, or was changed
   */
  public Secret decrypt(byte[] ciphertext, String place) {
    try {
      return Secret.ofUtf8(aead.decrypt(ciphertext, associatedData(place)));
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException(
          "The secret of " + place + " was encrypted with another keyset, or was changed", e);
    }
  }

  private static byte[] associatedData(String place) {
    return ("gazetteer/" + place).getBytes(StandardCharsets.UTF_8);
  }
}
