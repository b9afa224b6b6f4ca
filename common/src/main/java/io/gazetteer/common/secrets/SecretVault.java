package io.gazetteer.common.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Encrypts secrets for the catalog store with AES-256-GCM. Every ciphertext is bound to the place
 * it is stored in, so that it cannot be moved to another row or field. Follows the keyset when
 * another process rotates it: before it encrypts, and when it meets a key it does not know. Thread
 * safe.
 */
public final class SecretVault {
  private static final Logger log = LoggerFactory.getLogger(SecretVault.class);

  private final KeysetStore store;
  private volatile Loaded loaded;

  private record Loaded(Keyset keyset, @Nullable Object version) {
    static Loaded from(KeysetStore store) {
      // In this order, what changes in between is noticed next time.
      var version = store.version();
      return new Loaded(store.read(), version);
    }
  }

  SecretVault(KeysetStore store) {
    this.store = store;
    this.loaded = Loaded.from(store);
  }

  /**
   * Encrypts a secret for one place.
   *
   * @param place names the row and field it will be stored in, for example {@code
   *     data_source/6f1c.../secret}
   */
  public byte[] encrypt(Secret secret, String place) {
    follow();
    try {
      return loaded.keyset().aead().encrypt(secret.utf8(), associatedData(place));
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
      return Secret.ofUtf8(open(ciphertext, place));
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException(
          "The secret of " + place + " was encrypted with another keyset, or was changed", e);
    }
  }

  private byte[] open(byte[] ciphertext, String place) throws GeneralSecurityException {
    var before = loaded;
    try {
      return before.keyset().aead().decrypt(ciphertext, associatedData(place));
    } catch (GeneralSecurityException e) {
      follow();
      var after = loaded;
      if (Objects.equals(after.version(), before.version())) {
        throw e;
      }
      return after.keyset().aead().decrypt(ciphertext, associatedData(place));
    }
  }

  private synchronized void follow() {
    var version = store.version();
    if (version == null || Objects.equals(version, loaded.version())) {
      return;
    }
    try {
      loaded = Loaded.from(store);
      log.info("The keyset was changed; key {} encrypts now", loaded.keyset().primaryId());
    } catch (SecretVaultException e) {
      log.warn("The keyset was changed and is not taken: {}", e.getMessage());
    }
  }

  private static byte[] associatedData(String place) {
    return ("gazetteer/" + place).getBytes(StandardCharsets.UTF_8);
  }
}
