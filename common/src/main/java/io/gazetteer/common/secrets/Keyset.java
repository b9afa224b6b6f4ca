package io.gazetteer.common.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * AES-256-GCM keys, oldest first. The primary one encrypts, all decrypt. A key is added before it
 * becomes primary, so that it can be everywhere when the first secret needs it. Immutable.
 */
final class Keyset {
  static final Configuration AEAD = AeadConfig2026.get();

  /** What Tink writes before the key's id. */
  private static final byte TINK = 1;

  private final KeysetHandle handle;
  private final Aead aead;

  Keyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(AEAD, Aead.class);
  }

  static Keyset create() throws GeneralSecurityException {
    return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
  }

  /** With another key that decrypts only, for now. */
  Keyset withNewKey() throws GeneralSecurityException {
    var entry =
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .setStatus(KeyStatus.ENABLED)
            .withRandomId();
    return new Keyset(
        KeysetHandle.newBuilder(handle).setConfiguration(AEAD).addEntry(entry).build());
  }

  /** Whether there is a key that was added and is not primary yet. */
  boolean hasNewKey() {
    return !handle.getAt(handle.size() - 1).isPrimary();
  }

  Keyset withNewestPrimary() throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(handle).setConfiguration(AEAD);
    builder.getAt(builder.size() - 1).makePrimary();
    return new Keyset(builder.build());
  }

  /** Without the keys that are older than the primary one. */
  Keyset withoutOldKeys() throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(handle).setConfiguration(AEAD);
    while (!builder.getAt(0).isPrimary()) {
      builder.deleteAt(0);
    }
    return new Keyset(builder.build());
  }

  int oldKeys() {
    return (int)
        IntStream.range(0, handle.size()).takeWhile(i -> !handle.getAt(i).isPrimary()).count();
  }

  String primaryId() {
    return Integer.toUnsignedString(handle.getPrimary().getId());
  }

  /** With what everything begins that the primary key has encrypted. */
  byte[] primaryPrefix() {
    return ByteBuffer.allocate(5).put(TINK).putInt(handle.getPrimary().getId()).array();
  }

  Aead aead() {
    return aead;
  }

  KeysetHandle handle() {
    return handle;
  }
}
