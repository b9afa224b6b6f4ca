package io.gazetteer.api.identity.keys;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.secrets.EncryptionKey;
import io.gazetteer.common.secrets.EncryptionKey.State;
import io.gazetteer.common.secrets.KeyRotation;
import io.gazetteer.common.secrets.SecretVaultException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Changes encryption keys as the command does, for administrators who use the API. Whichever
 * process is there encrypts everything again in the background, and goes on with it after a
 * restart.
 */
public final class EncryptionKeys {
  static final String ADDED = "encryption_key_added";
  static final String ROTATED = "encryption_key_rotated";
  static final String DROPPED = "encryption_key_dropped";
  static final TaskDescriptor<Void> ENCRYPT_AGAIN = TaskDescriptor.of("encrypt-again");

  private final KeyRotation rotation;
  private final Audit audit;
  private final ObjectProvider<Scheduler> scheduler;
  private final Clock clock;

  EncryptionKeys(
      KeyRotation rotation, Audit audit, ObjectProvider<Scheduler> scheduler, Clock clock) {
    this.rotation = rotation;
    this.audit = audit;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Lists all keys, also those that are missing. */
  public List<KeyView> views() {
    return all().stream().map(KeyView::of).toList();
  }

  List<EncryptionKey> all() {
    return explained(rotation::keys);
  }

  /** Adds a key that encrypts from now on; all rows get it soon. */
  public void rotate() {
    explained(
        () -> {
          rotation.rotate(this::rotated);
          return true;
        });
    scheduler.getObject().triggerCheckForDueExecutions();
  }

  private void rotated(String key) {
    audit.record(ROTATED, key, Map.of());
    scheduler.getObject().schedule(ENCRYPT_AGAIN.instance(key).scheduledTo(clock.instant()));
  }

  /**
   * Drops an old key.
   *
   * @throws NotFoundException when there is no such key
   * @throws KeyInUseException when something needs it
   */
  public void drop(String id) {
    var key =
        all().stream()
            .filter(known -> known.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new NotFoundException("There is no such key"));
    if (key.state() != State.OLD) {
      throw new KeyInUseException("Only an old key can be dropped");
    }
    if (!explained(() -> rotation.drop(List.of(id), old -> audit.record(DROPPED, old, Map.of())))) {
      throw new KeyInUseException(
          "Rows still need this key; another rotation encrypts again those that can be decrypted");
    }
  }

  private static <T> T explained(Supplier<T> step) {
    try {
      return step.get();
    } catch (SecretVaultException e) {
      throw new KeysetUnusableException(String.valueOf(e.getMessage()));
    }
  }
}
