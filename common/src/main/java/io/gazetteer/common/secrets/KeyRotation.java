package io.gazetteer.common.secrets;

import io.gazetteer.common.secrets.EncryptionKey.State;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the keyset while every other process goes on. Two changes at a time take turns.
 *
 * <p>Each change calls back with the id of the key, in the transaction that guards it. Every method
 * throws {@link SecretVaultException}, with a sentence for an administrator, when the keyset cannot
 * be read, does not fit the catalog, or cannot be written.
 */
public final class KeyRotation {
  private final KeysetStore store;
  private final StoredSecrets secrets;
  private final TransactionOperations transaction;

  KeyRotation(KeysetStore store, JdbcClient jdbc, TransactionOperations transaction) {
    this.store = store;
    this.secrets = new StoredSecrets(jdbc);
    this.transaction = transaction;
  }

  private interface Step {
    Keyset apply(Keyset keyset) throws GeneralSecurityException;
  }

  /** Returns every key, oldest first, and last those that rows need and the keyset lacks. */
  public List<EncryptionKey> keys() {
    var keyset = store.read();
    var rows = secrets.rowsByKey();
    var keys = new ArrayList<EncryptionKey>();
    keyset.oldIds().forEach(id -> keys.add(key(id, State.OLD, rows.remove(id))));
    keys.add(key(keyset.primaryId(), State.PRIMARY, rows.remove(keyset.primaryId())));
    keyset.newIds().forEach(id -> keys.add(key(id, State.NEW, rows.remove(id))));
    rows.forEach((id, count) -> keys.add(key(id, State.MISSING, count)));
    return keys;
  }

  private static EncryptionKey key(KeyId id, State state, @Nullable Long rows) {
    return new EncryptionKey(id.toString(), state, rows == null ? 0 : rows);
  }

  /** Adds a key that only decrypts, so that all processes have it before it is used. */
  public void add(Consumer<String> done) {
    change(keyset -> keyset.hasNewKey() ? keyset : keyset.withNewKey(), done);
  }

  /** Makes the key that was added the primary one, or a new key when none was added. */
  public void rotate(Consumer<String> done) {
    change(keyset -> (keyset.hasNewKey() ? keyset : keyset.withNewKey()).withNewestPrimary(), done);
  }

  /** Encrypts with the primary key all that another key has encrypted; returns how many rows. */
  public long encryptAgain() {
    return secrets.encryptAgain(store.read().primaryId(), new SecretVault(store));
  }

  /**
   * Drops all of these old keys or none; returns false when rows still need one of them. Nothing
   * can be written meanwhile, and nothing that they encrypt can be stored afterwards.
   */
  public boolean drop(Collection<String> old, Consumer<String> done) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              secrets.lock();
              var keyset = store.read();
              var dropped =
                  keyset.oldIds().stream().filter(id -> old.contains(id.toString())).toList();
              var rows = secrets.rowsByKey();
              if (dropped.stream().anyMatch(rows::containsKey)) {
                return false;
              }
              dropped.forEach(id -> done.accept(id.toString()));
              dropped.forEach(secrets::refuse);
              replace(keyset, before -> before.without(dropped));
              return true;
            }));
  }

  private void change(Step step, Consumer<String> done) {
    transaction.executeWithoutResult(
        status -> {
          secrets.lock();
          secrets.check(new SecretVault(store));
          var after = replace(store.read(), step);
          var newest = after.hasNewKey() ? after.newIds().getLast() : after.primaryId();
          done.accept(newest.toString());
        });
  }

  private Keyset replace(Keyset before, Step step) {
    try {
      var after = step.apply(before);
      store.replace(after);
      return after;
    } catch (GeneralSecurityException e) {
      throw new SecretVaultException("A key cannot be made", e);
    }
  }
}
