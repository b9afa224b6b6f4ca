package io.gazetteer.api.sources.webhooks.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Says how messages are sent.
 *
 * @param timeout for one try, from the connection to the answer
 * @param firstPause after the first failure; it doubles with each that follows
 * @param longestPause between two tries
 * @param retryTime for so long nothing arrives before the webhook is paused
 * @param pollInterval how often is looked for what waits, should nobody have told of it
 * @param caFile a PEM file of who may sign the receivers' certificates; empty: those that Java
 *     trusts
 */
@ConfigurationProperties("gazetteer.webhooks")
record WebhookSettings(
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("1s") Duration firstPause,
    @DefaultValue("5m") Duration longestPause,
    @DefaultValue("24h") Duration retryTime,
    @DefaultValue("1s") Duration pollInterval,
    @DefaultValue("") String caFile) {
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration LONGEST_WISH = Duration.ofHours(1);

  /**
   * Returns how long to wait before the next try.
   *
   * @param failures how many there were in a row, with the last one
   * @param wished by the receiver
   */
  Duration pause(int failures, Duration wished) {
    var doubled = firstPause.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
    var pause = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
    var bounded = wished.compareTo(LONGEST_WISH) < 0 ? wished : LONGEST_WISH;
    return pause.compareTo(bounded) > 0 ? pause : bounded;
  }
}
