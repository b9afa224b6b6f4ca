package io.gazetteer.api.identity.keys;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.common.secrets.EncryptionKey;
import io.gazetteer.common.secrets.EncryptionKey.State;
import io.gazetteer.common.secrets.KeyRotation;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeysConfiguration {
  private static final Logger log = LoggerFactory.getLogger(KeysConfiguration.class);

  @Bean
  EncryptionKeys encryptionKeys(
      KeyRotation rotation, Audit audit, ObjectProvider<Scheduler> scheduler, Clock clock) {
    return new EncryptionKeys(rotation, audit, scheduler, clock);
  }

  /** One process does it. Of two rotations the later one counts. */
  @Bean
  OneTimeTask<Void> encryptAgain(KeyRotation rotation) {
    return Tasks.oneTime(EncryptionKeys.ENCRYPT_AGAIN)
        .execute(
            (task, context) -> {
              if (isPrimary(task.getId(), rotation)) {
                log.info(
                    "{} secrets were encrypted again, with key {}",
                    rotation.encryptAgain(),
                    task.getId());
              }
            });
  }

  /** A process with an older copy of the keyset would go back to its own key. */
  private static boolean isPrimary(String id, KeyRotation rotation) {
    return rotation.keys().stream()
        .filter(key -> key.state() == State.PRIMARY)
        .map(EncryptionKey::id)
        .anyMatch(id::equals);
  }
}
