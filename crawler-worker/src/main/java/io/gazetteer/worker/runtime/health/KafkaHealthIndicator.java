package io.gazetteer.worker.runtime.health;

import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Tells whether the brokers answer. Component {@code kafka} of the health endpoint. Thread safe.
 */
@Component
final class KafkaHealthIndicator implements HealthIndicator, AutoCloseable {
  private static final int MILLISECONDS = 2_000;

  /** Kept open: a new one for each question would cost a connection and a thread. */
  private final Admin admin;

  KafkaHealthIndicator(KafkaAdmin kafka) {
    var settings = new HashMap<>(kafka.getConfigurationProperties());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLISECONDS);
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLISECONDS);
    admin = Admin.create(settings);
  }

  @Override
  public Health health() {
    try {
      int nodes = admin.describeCluster().nodes().get(MILLISECONDS, TimeUnit.MILLISECONDS).size();
      return Health.up().withDetail("brokers", nodes).build();
    } catch (ExecutionException | TimeoutException e) {
      return Health.down().build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.down().build();
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
