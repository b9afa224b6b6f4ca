package io.gazetteer.api.sources.webhooks.messages;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class MessagesConfiguration {
  /** One process at a time runs it, whichever is there. */
  @Bean
  RecurringTask<Void> tellStaleDataSources(
      StaleSourceCheck check, @Value("${gazetteer.webhooks.stale-interval:1m}") Duration interval) {
    return Tasks.recurring("tell-stale-data-sources", FixedDelay.of(interval))
        .execute((task, context) -> check.run());
  }
}
