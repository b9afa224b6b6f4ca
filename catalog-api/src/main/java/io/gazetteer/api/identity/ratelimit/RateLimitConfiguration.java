package io.gazetteer.api.identity.ratelimit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RateLimitConfiguration {
  @Bean
  LoginLimits loginLimits(
      @Value("${gazetteer.login.tries-per-account:10}") int perAccount,
      @Value("${gazetteer.login.tries-per-address:50}") int perAddress,
      @Value("${gazetteer.login.tries-time:15m}") Duration time) {
    return new LoginLimits(
        new LoginLimits.Limits(perAccount, perAddress, time), TimeMeter.SYSTEM_NANOTIME);
  }

  /** Fewer than there are threads: some are left for whoever logs in. */
  @Bean
  Places requestsAtOnce(
      @Value("${gazetteer.rate-limit.requests-at-once:100}") int mostOfOne,
      @Value("${server.tomcat.threads.max:1000}") int threads) {
    return new Places(threads - threads / 5, mostOfOne);
  }

  @Bean
  UnknownTokens unknownTokens() {
    return new UnknownTokens(TimeMeter.SYSTEM_NANOTIME);
  }

  @Bean
  RequestLimits requestLimits(
      @Value("${gazetteer.rate-limit.requests-per-minute:600000}") long perMinute) {
    return new RequestLimits(perMinute, TimeMeter.SYSTEM_NANOTIME);
  }
}
