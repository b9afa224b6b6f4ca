package io.gazetteer.common.secrets;

import java.security.GeneralSecurityException;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Changes the keyset while every other process goes on. Two at a time take turns.
 *
 * <p>Each change calls back with the id of the key, in the transaction that guards it.
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

  /** Adds a key that only decrypts, to be distributed before it is used. */
  public void add(Consumer<String> done) {
    change(keyset -> keyset.hasNewKey() ? keyset : keyset.withNewKey(), done);
  }

  /** Makes the key that was added the primary one, or a new one when none was. */
  public void rotate(Consumer<String> done) {
    change(keyset -> (keyset.hasNewKey() ? keyset : keyset.withNewKey()).withNewestPrimary(), done);
  }

  /** Encrypts everything with the primary key that another one has encrypted; returns the rows. */
  public long encryptAgain() {
    return secrets.encryptAgain(store.read(), new SecretVault(store));
  }

  /** Rows that still need an old key. */
  public long rowsOnOldKeys() {
    return secrets.notBy(store.read());
  }

  /**
   * Drops the keys that are older than the primary one; false when rows still need them. Nothing
   * can be written meanwhile, so that nothing is left behind.
   */
  public boolean dropOld(Consumer<String> done) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              secrets.lock();
              var keyset = store.read();
              if (secrets.notBy(keyset) > 0) {
                return false;
              }
              done.accept(keyset.primaryId());
              replace(keyset, Keyset::withoutOldKeys);
              return true;
            }));
  }

  /** How many keys are older than the primary one. */
  public int oldKeys() {
    return store.read().oldKeys();
  }

  private void change(Step step, Consumer<String> done) {
    transaction.executeWithoutResult(
        status -> {
          secrets.lock();
          secrets.check(new SecretVault(store));
          done.accept(replace(store.read(), step).primaryId());
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
