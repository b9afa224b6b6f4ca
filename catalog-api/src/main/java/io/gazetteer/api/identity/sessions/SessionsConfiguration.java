package io.gazetteer.api.identity.sessions;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class SessionsConfiguration {
  @Bean
  LiveSessions liveSessions(JdbcClient jdbc) {
    return new LiveSessions(jdbc);
  }

  @Bean
  RefusedSessions refusedSessions(RepeatableEvents events) {
    return new RefusedSessions(events);
  }

  @Bean
  Sessions sessions(
      JdbcClient jdbc,
      UnknownTokens unknown,
      LiveSessions live,
      Audit audit,
      RefusedSessions refused,
      Clock clock) {
    return new Sessions(jdbc, unknown, live, audit, refused, clock);
  }

  @Bean
  ExternalSessions externalSessions(
      JdbcClient jdbc,
      UnknownTokens unknown,
      Audit audit,
      Clock clock,
      @Value("${gazetteer.oidc.issuer:}") String issuer) {
    return new ExternalSessions(jdbc, unknown, audit, clock, issuer);
  }

  @Bean
  PageSessions pageSessions(
      JdbcClient jdbc,
      UnknownTokens unknown,
      LiveSessions live,
      ExternalSessions external,
      Audit audit,
      Clock clock) {
    return new PageSessions(jdbc, unknown, live, external, audit, clock);
  }

  @Bean
  LoginLinks loginLinks(JdbcClient jdbc, Clock clock) {
    return new LoginLinks(jdbc, clock);
  }

  @Bean
  RecurringTask<Void> pruneSessions(JdbcClient jdbc) {
    return Tasks.recurring("prune-sessions", FixedDelay.of(Duration.ofHours(1)))
        .execute((task, context) -> new OldSessions(jdbc).remove());
  }
}
