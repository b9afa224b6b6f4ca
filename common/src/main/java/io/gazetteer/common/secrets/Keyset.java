package io.gazetteer.common.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holds AES-256-GCM keys, oldest first. The primary one encrypts, all decrypt. A key is added
 * before it becomes primary, so that every process has it when the first secret needs it.
 * Immutable.
 */
final class Keyset {
  static final Configuration AEAD = AeadConfig2026.get();

  private final KeysetHandle handle;
  private final Aead aead;

  Keyset(KeysetHandle handle) throws GeneralSecurityException {
    this.handle = handle;
    this.aead = handle.getPrimitive(AEAD, Aead.class);
  }

  static Keyset create() throws GeneralSecurityException {
    return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD));
  }

  /** Returns this keyset with another key that only decrypts for now. */
  Keyset withNewKey() throws GeneralSecurityException {
    var entry =
        KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
            .setStatus(KeyStatus.ENABLED)
            .withRandomId();
    return new Keyset(
        KeysetHandle.newBuilder(handle).setConfiguration(AEAD).addEntry(entry).build());
  }

  /** Returns whether there is a key that was added and is not primary yet. */
  boolean hasNewKey() {
    return primaryIndex() < handle.size() - 1;
  }

  Keyset withNewestPrimary() throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(handle).setConfiguration(AEAD);
    builder.getAt(builder.size() - 1).makePrimary();
    return new Keyset(builder.build());
  }

  /** Returns this keyset without these of its old keys; all others stay. */
  Keyset without(Collection<KeyId> dropped) throws GeneralSecurityException {
    var builder = KeysetHandle.newBuilder(handle).setConfiguration(AEAD);
    for (int i = primaryIndex() - 1; i >= 0; i--) {
      if (dropped.contains(idAt(i))) {
        builder.deleteAt(i);
      }
    }
    return new Keyset(builder.build());
  }

  /** Returns the ids of the keys before the primary one. */
  List<KeyId> oldIds() {
    return ids(0, primaryIndex());
  }

  KeyId primaryId() {
    return idAt(primaryIndex());
  }

  /** Returns the ids of the keys that were added and encrypt nothing yet. */
  List<KeyId> newIds() {
    return ids(primaryIndex() + 1, handle.size());
  }

  private List<KeyId> ids(int from, int to) {
    return IntStream.range(from, to).mapToObj(this::idAt).toList();
  }

  private KeyId idAt(int index) {
    return new KeyId(handle.getAt(index).getId());
  }

  private int primaryIndex() {
    return IntStream.range(0, handle.size())
        .filter(i -> handle.getAt(i).isPrimary())
        .findFirst()
        .orElseThrow();
  }

  Aead aead() {
    return aead;
  }

  KeysetHandle handle() {
    return handle;
  }
}
