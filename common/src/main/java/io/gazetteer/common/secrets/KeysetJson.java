package io.gazetteer.common.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Reads and writes keysets as Tink's JSON, wrapped by the master key when there is one. */
final class KeysetJson {
  private static final byte[] PLACE = "gazetteer/keyset".getBytes(StandardCharsets.UTF_8);

  private final MasterKey master;

  KeysetJson(MasterKey master) {
    this.master = master;
  }

  /**
   * Reads a keyset. One that is not wrapped is accepted even when there is a master key: the next
   * rotation wraps it.
   *
   * @param where begins the sentence that says what is wrong
   */
  Keyset read(String json, String where) {
    var wrapped = json.contains("\"encryptedKeyset\"");
    if (wrapped && !master.isSet()) {
      throw new SecretVaultException(
          where
              + " is wrapped by a master key: set GAZETTEER_MASTER_KEY_FILE or GAZETTEER_MASTER_KEY"
              + " to it");
    }
    try {
      return new Keyset(
          wrapped
              ? TinkJsonProtoKeysetFormat.parseEncryptedKeyset(
                  json, master.aead(), PLACE, Keyset.AEAD)
              : TinkJsonProtoKeysetFormat.parseKeyset(
                  json, Keyset.AEAD, InsecureSecretKeyAccess.get()));
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException(
          where
              + (wrapped
                  ? " was wrapped by another master key, or was changed"
                  : " holds no usable Tink keyset"),
          e);
    }
  }

  String write(Keyset keyset) throws GeneralSecurityException {
    return master.isSet()
        ? TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(
            keyset.handle(), master.aead(), PLACE, Keyset.AEAD)
        : TinkJsonProtoKeysetFormat.serializeKeyset(
            keyset.handle(), Keyset.AEAD, InsecureSecretKeyAccess.get());
  }
}
