package io.gazetteer.api.identity.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gazetteer.api.web.CallerNetwork;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts tokens that nobody has, by the network they come from: to find that out costs a query.
 * Each process counts for itself, in bounded memory. Thread safe.
 */
public final class UnknownTokens {
  static final int MOST = 300;
  static final Duration TIME = Duration.ofMinutes(1);
  private static final int MOST_BUCKETS = 50_000;

  private final LoadingCache<String, Bucket> networks;

  UnknownTokens(TimeMeter clock) {
    networks =
        Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(TIME)
            .build(
                key ->
                    Bucket.builder()
                        .addLimit(limit -> limit.capacity(MOST).refillGreedy(MOST, TIME))
                        .withCustomTimePrecision(clock)
                        .build());
  }

  /** Says whether too many have come from the network of this address lately. */
  public boolean areTooMany(@Nullable String address) {
    return bucket(address).getAvailableTokens() < 1;
  }

  /** Counts one. */
  public void count(@Nullable String address) {
    bucket(address).tryConsume(1);
  }

  private Bucket bucket(@Nullable String address) {
    return networks.get(CallerNetwork.of(address));
  }
}
