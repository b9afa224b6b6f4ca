package io.gazetteer.common.secrets;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * Wraps the keyset. The key has 32 bytes, in Base64, from a file or a setting. It is looked at when
 * it is needed first.
 */
final class MasterKey {
  private static final int BYTES = 32;

  private final String value;
  private final String file;

  MasterKey(String value, String file) {
    this.value = value;
    this.file = file;
  }

  static MasterKey none() {
    return new MasterKey("", "");
  }

  boolean isSet() {
    return !value.isBlank() || !file.isBlank();
  }

  @AccessesPartialKey
  Aead aead() throws GeneralSecurityException {
    var key =
        AesGcmKey.builder()
            .setParameters(
                AesGcmParameters.builder()
                    .setKeySizeBytes(BYTES)
                    .setIvSizeBytes(12)
                    .setTagSizeBytes(16)
                    .setVariant(AesGcmParameters.Variant.NO_PREFIX)
                    .build())
            .setKeyBytes(SecretBytes.copyFrom(bytes(), InsecureSecretKeyAccess.get()))
            .build();
    return KeysetHandle.newBuilder()
        .setConfiguration(Keyset.AEAD)
        .addEntry(KeysetHandle.importKey(key).withRandomId().makePrimary())
        .build()
        .getPrimitive(Keyset.AEAD, Aead.class);
  }

  private byte[] bytes() {
    try {
      var bytes = Base64.getDecoder().decode(text().strip());
      if (bytes.length == BYTES) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      // Said below; its message would show a part of the key.
    }
    throw new SecretVaultException(
        "The master key must be 32 bytes in Base64, as openssl rand -base64 32 makes them");
  }

  private String text() {
    if (!value.isBlank()) {
      return value;
    }
    try {
      var path = Path.of(file);
      OwnerOnlyFile.check(path);
      return Files.readString(path);
    } catch (IOException e) {
      throw new SecretVaultException(
          "The master key file " + file + " cannot be read: check GAZETTEER_MASTER_KEY_FILE", e);
    }
  }
}
