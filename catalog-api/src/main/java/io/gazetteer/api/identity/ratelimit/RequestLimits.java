package io.gazetteer.api.identity.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/**
 * Limits how many requests a caller may send in a minute. Each process counts for itself. Thread
 * safe.
 */
public final class RequestLimits {
  public static final Duration WINDOW = Duration.ofMinutes(1);
  private static final int MOST_BUCKETS = 50_000;

  private final long perMinute;
  private final LoadingCache<String, Bucket> buckets;

  /**
   * Limits.
   *
   * @param perMinute 0 for no limit
   */
  RequestLimits(long perMinute, TimeMeter clock) {
    if (perMinute < 0) {
      throw new IllegalArgumentException("gazetteer.rate-limit.requests-per-minute is below 0");
    }
    this.perMinute = perMinute;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(WINDOW)
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(
                            limit -> limit.capacity(perMinute).refillGreedy(perMinute, WINDOW))
                        .withCustomTimePrecision(clock)
                        .build());
  }

  /**
   * Says what is left to a caller.
   *
   * @param allowed whether this request may go on
   * @param remaining requests that could follow at once
   * @param full time until {@code limit} requests are possible again
   * @param pause time until one is; zero when one is now
   */
  public record Left(boolean allowed, long limit, long remaining, Duration full, Duration pause) {}

  /** Counts one request; empty when there is no limit. */
  public Optional<Left> count(String caller) {
    if (perMinute == 0) {
      return Optional.empty();
    }
    var probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
    return Optional.of(
        new Left(
            probe.isConsumed(),
            perMinute,
            probe.getRemainingTokens(),
            Duration.ofNanos(probe.getNanosToWaitForReset()),
            Duration.ofNanos(probe.getNanosToWaitForRefill())));
  }
}
