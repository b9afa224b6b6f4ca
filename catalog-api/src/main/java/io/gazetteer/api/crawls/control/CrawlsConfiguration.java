package io.gazetteer.api.crawls.control;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class CrawlsConfiguration {
  private static final Logger log = LoggerFactory.getLogger(CrawlsConfiguration.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  @Bean
  OldCrawls oldCrawls(
      JdbcClient jdbc,
      Clock clock,
      @Value("${gazetteer.crawls.keep-count:200}") int count,
      @Value("${gazetteer.crawls.keep-days:30}") int days) {
    return new OldCrawls(jdbc, clock, new OldCrawls.Kept(count, Duration.ofDays(days)));
  }

  /** Forgets old crawls; one process at a time does it, whichever is there. */
  @Bean
  RecurringTask<Void> pruneCrawls(OldCrawls oldCrawls) {
    return Tasks.recurring("prune-crawls", FixedDelay.of(PAUSE))
        .execute(
            (task, context) -> {
              int removed = oldCrawls.removeAll();
              if (removed > 0) {
                log.info("Forgot {} old crawls", removed);
              }
            });
  }
}
