package io.gazetteer.api.sources.webhooks.delivery;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gazetteer.api.sources.webhooks.messages.WebhookOutbox;
import io.gazetteer.common.source.policy.Targets;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class DeliveryConfiguration {
  @Bean
  Sender webhookSender(Targets targets, WebhookSettings settings, Clock clock) {
    return new Sender(ReceiverClient.of(targets, settings), settings.timeout(), clock);
  }

  @Bean
  Dispatcher webhookDispatcher(
      WebhookOutbox outbox,
      JdbcClient jdbc,
      SealedTargets targets,
      Sender sender,
      WebhookSettings settings) {
    var queue = new DeliveryQueue(jdbc, settings);
    return new Dispatcher(
        outbox, queue, new Deliveries(queue, targets, sender), settings.pollInterval());
  }

  /** One process at a time runs it, whichever is there. */
  @Bean
  RecurringTask<Void> forgetWebhookDeliveries(DeliveryLog deliveries) {
    return Tasks.recurring("forget-webhook-deliveries", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> deliveries.forgetOld());
  }
}
