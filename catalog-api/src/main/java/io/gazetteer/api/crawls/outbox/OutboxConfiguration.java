package io.gazetteer.api.crawls.outbox;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.gazetteer.common.events.EventPublisher;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OutboxConfiguration {
  private static final Logger log = LoggerFactory.getLogger(OutboxConfiguration.class);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  @Bean
  DbSchedulerCustomizer schedulerCustomizer() {
    return new DbSchedulerCustomizer() {
      @Override
      public Optional<Serializer> serializer() {
        return Optional.of(new JsonTaskData());
      }
    };
  }

  @Bean
  OneTimeTask<OutboxEntry> publishEvent(EventPublisher publisher) {
    return Tasks.oneTime(Outbox.TASK)
        .onFailure(OutboxConfiguration::tryLater)
        .execute((entry, context) -> publisher.publish(entry.getData().toEvent()));
  }

  /**
   * Waits twice as long each time, up to half a minute, for ever: what was answered 201 is crawled.
   */
  private static void tryLater(
      ExecutionComplete failed, ExecutionOperations<OutboxEntry> operations) {
    int failures = failed.getExecution().consecutiveFailures;
    var wait = Duration.ofSeconds(1L << Math.min(failures, 5));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    var cause = failed.getCause().map(Throwable::toString).orElse("unknown");
    log.warn("An event is not published yet, next try in {}: {}", wait, cause);
    operations.reschedule(failed, failed.getTimeDone().plus(wait));
  }
}
