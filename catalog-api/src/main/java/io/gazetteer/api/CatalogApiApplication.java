package io.gazetteer.api;

import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.common.catalog.CatalogConfiguration;
import io.gazetteer.common.events.EventsConfiguration;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.secrets.SecretsConfiguration;
import io.gazetteer.common.source.ConnectConfiguration;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.autoconfigure.metrics.DataRepositoryMetricsAutoConfiguration;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.data.elasticsearch.autoconfigure.DataElasticsearchAutoConfiguration;
import org.springframework.boot.data.elasticsearch.autoconfigure.DataElasticsearchReactiveRepositoriesAutoConfiguration;
import org.springframework.boot.data.elasticsearch.autoconfigure.DataElasticsearchRepositoriesAutoConfiguration;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchClientAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The REST API; any number of these processes share the same stores. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = {
      DataElasticsearchAutoConfiguration.class,
      DataElasticsearchRepositoriesAutoConfiguration.class,
      DataElasticsearchReactiveRepositoriesAutoConfiguration.class,
      DataRepositoryMetricsAutoConfiguration.class,
      DataWebAutoConfiguration.class,
      ElasticsearchClientAutoConfiguration.class,
      ErrorMvcAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
@EnableScheduling
@Import({
  CatalogConfiguration.class,
  ConnectConfiguration.class,
  EventsConfiguration.class,
  IndexConfiguration.class,
  SecretsConfiguration.class
})
public class CatalogApiApplication {
  private static final Logger log = LoggerFactory.getLogger(CatalogApiApplication.class);

  /** Serves the API, or runs one of the {@link Commands} and ends. */
  public static void main(String[] arguments) {
    if (Commands.areIn(arguments)) {
      System.exit(Commands.run(arguments));
    }
    SpringApplication.run(CatalogApiApplication.class, arguments);
  }

  @EventListener
  void sayWhere(ApplicationReadyEvent ready) {
    if (ready.getApplicationContext() instanceof WebServerApplicationContext context
        && context.getWebServer() != null) {
      log.info("Serving on port {}", context.getWebServer().getPort());
    }
  }

  /** The end of the process interrupts what a task asks a store, and does not wait for it. */
  @Bean
  ThreadPoolTaskSchedulerCustomizer endAtOnce() {
    return scheduler -> scheduler.setAcceptTasksAfterContextClose(true);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** What caches go by. */
  @Bean
  Ticker ticker() {
    return Ticker.systemTicker();
  }
}
