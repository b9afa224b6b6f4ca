package io.gazetteer.api.sources.schedule;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gazetteer.api.crawls.control.CrawlStarter;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class ScheduleConfiguration {
  private static final Logger log = LoggerFactory.getLogger(ScheduleConfiguration.class);

  @Bean
  StartTimes startTimes(
      Clock clock, @Value("${gazetteer.schedule.cron-spread:2m}") Duration cronSpread) {
    return new StartTimes(clock, cronSpread);
  }

  @Bean
  Backoffs backoffs(JdbcClient jdbc, StartTimes times) {
    return new Backoffs(jdbc, times);
  }

  @Bean
  StaleDataSources staleDataSources(JdbcClient jdbc, StartTimes times) {
    return new StaleDataSources(jdbc, times);
  }

  @Bean
  DueCrawls dueCrawls(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      CrawlStarter starter,
      StartTimes times,
      Backoffs backoffs) {
    return new DueCrawls(jdbc, transaction, starter, times, backoffs);
  }

  /** One process at a time runs it, whichever is there. */
  @Bean
  RecurringTask<Void> startDueCrawls(
      DueCrawls dueCrawls, @Value("${gazetteer.schedule.poll-interval:15s}") Duration interval) {
    return Tasks.recurring("start-due-crawls", FixedDelay.of(interval))
        .execute(
            (task, context) -> {
              int started = dueCrawls.startAll();
              if (started > 0) {
                log.info("The schedule started {} crawls", started);
              }
            });
  }
}
