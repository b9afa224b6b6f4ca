package io.gazetteer.worker;

import io.gazetteer.common.catalog.CatalogConfiguration;
import io.gazetteer.common.events.EventsConfiguration;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.secrets.SecretsConfiguration;
import io.gazetteer.common.source.ConnectConfiguration;
import io.gazetteer.worker.runtime.settings.CrawlSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The crawler worker: any number of them share the work. */
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties(CrawlSettings.class)
@Import({
  CatalogConfiguration.class,
  ConnectConfiguration.class,
  EventsConfiguration.class,
  IndexConfiguration.class,
  SecretsConfiguration.class
})
public class CrawlerWorkerApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(CrawlerWorkerApplication.class, arguments);
  }
}
