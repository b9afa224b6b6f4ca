package io.gazetteer.worker;

import io.gazetteer.worker.lease.Attempts;
import io.gazetteer.worker.lease.Leases;
import io.gazetteer.worker.runtime.dispatch.Dispatcher;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {
  /**
   * Long enough for the work of small databases to be acknowledged after it. Not longer: the next
   * batch of a large one may be called for on a partition whose thread waits for another.
   */
  private static final Duration PATIENCE = Duration.ofMillis(200);

  @Bean
  InstantSource clock() {
    return Clock.systemUTC();
  }

  @Bean
  Leases leases(CrawlSettings settings, InstantSource clock) {
    return new Leases(settings.leaseTime(), clock);
  }

  @Bean
  Attempts attempts(Leases leases) {
    return new Attempts(leases);
  }

  @Bean
  Dispatcher dispatcher(CrawlSettings settings) {
    return new Dispatcher(settings.parallel(), PATIENCE);
  }
}
