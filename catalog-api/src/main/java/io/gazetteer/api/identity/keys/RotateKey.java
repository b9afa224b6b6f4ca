package io.gazetteer.api.identity.keys;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.Audit.Actor;
import io.gazetteer.api.identity.console.ConsoleCatalog;
import io.gazetteer.common.secrets.EncryptionKey;
import io.gazetteer.common.secrets.EncryptionKey.State;
import io.gazetteer.common.secrets.KeyRotation;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * The command {@code rotate-key}: all secrets get a new key, while the other processes go on. With
 * {@code --add} the key is only added, to be distributed first; {@code --drop-old} drops the keys
 * before it. Needs PostgreSQL and the keyset only.
 */
public final class RotateKey {
  private final KeyRotation rotation;
  private final Audit audit;

  private RotateKey(KeyRotation rotation, Audit audit) {
    this.rotation = rotation;
    this.audit = audit;
  }

  /** Runs the command with one of the steps below; returns the exit code. */
  public static int run(ToIntFunction<RotateKey> step) {
    try (var store = ConsoleCatalog.open()) {
      return step.applyAsInt(new RotateKey(store.keyRotation(), new Audit(store.jdbc())));
    }
  }

  /** Adds a key that encrypts nothing yet. */
  public int add() {
    rotation.add(key -> record(EncryptionKeys.ADDED, key));
    System.out.println(
        "A key was added and is not used yet. Give the keyset to every process that has a copy of"
            + " its own, then run rotate-key");
    return 0;
  }

  /** Encrypts with a new key, and all secrets again. */
  public int rotate() {
    rotation.rotate(key -> record(EncryptionKeys.ROTATED, key));
    var rows = rotation.encryptAgain();
    System.out.printf("The new key encrypts now; %d secrets were encrypted again%n", rows);
    return sayWhatIsLeft();
  }

  /** Drops the keys that nothing needs any more. */
  public int dropOld() {
    if (old().isEmpty()) {
      System.out.println("There is no old key");
      return 0;
    }
    rotation.encryptAgain();
    var ids = old().stream().map(EncryptionKey::id).toList();
    if (!rotation.drop(ids, key -> record(EncryptionKeys.DROPPED, key))) {
      return sayWhatIsLeft();
    }
    System.out.println("The old keys were dropped; backups from before need a keyset from before");
    return 0;
  }

  private List<EncryptionKey> old() {
    return rotation.keys().stream().filter(key -> key.state() == State.OLD).toList();
  }

  private int sayWhatIsLeft() {
    var left = old().stream().mapToLong(EncryptionKey::rows).sum();
    System.out.println(
        left == 0
            ? "No row needs an old key: rotate-key --drop-old drops them"
            : left
                + " rows still need an old key, since no key decrypts them: set these passwords"
                + " again, or delete the data sources; then rotate-key --drop-old");
    return left == 0 ? 0 : 1;
  }

  private void record(String action, String key) {
    audit.record(Actor.CONSOLE, action, key, Map.of());
  }
}
