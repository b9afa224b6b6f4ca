package io.gazetteer.api.identity.ratelimit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.gazetteer.api.web.CallerNetwork;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Limits how often a password may be wrong: so many times in a row for an account, whoever tries,
 * and so many times for an address, whatever the account; then one more as time goes by. An account
 * that does not exist is counted like any other. Each process counts for itself, in bounded memory.
 * Thread safe.
 */
public final class LoginLimits {
  private static final int MOST_BUCKETS = 50_000;
  private static final int LONGEST_NAME = 64;

  private final LoadingCache<String, Bucket> accounts;
  private final LoadingCache<String, Bucket> addresses;

  /**
   * Says how many wrong passwords are allowed.
   *
   * @param time in which all tries come back
   */
  public record Limits(int perAccount, int perAddress, Duration time) {}

  LoginLimits(Limits limits, TimeMeter clock) {
    accounts = buckets(limits.perAccount(), limits.time(), clock);
    addresses = buckets(limits.perAddress(), limits.time(), clock);
  }

  private static LoadingCache<String, Bucket> buckets(int tries, Duration time, TimeMeter clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST_BUCKETS)
        .expireAfterAccess(time)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, time))
                    .withCustomTimePrecision(clock)
                    .build());
  }

  /**
   * Begins an attempt: someone is about to try a password.
   *
   * @param address null counts as one address
   * @param isFamiliar whether the last login to the account from there was right: then what others
   *     do at the same address does not count
   * @throws TooManyPasswordsException at once when there were too many already
   */
  public Attempt attempt(String account, @Nullable String address, boolean isFamiliar) {
    var attempt =
        new Attempt(
            // No longer name exists; all of them share one count.
            accounts.get(account.length() > LONGEST_NAME ? "" : account),
            isFamiliar ? null : addresses.get(CallerNetwork.of(address)));
    attempt.check();
    return attempt;
  }

  /** Counts one try of a password. */
  public static final class Attempt {
    private final Bucket account;
    private final @Nullable Bucket address;

    private Attempt(Bucket account, @Nullable Bucket address) {
      this.account = account;
      this.address = address;
    }

    private void check() {
      refuse(account);
      if (address != null) {
        refuse(address);
      }
    }

    private static void refuse(Bucket bucket) {
      var estimate = bucket.estimateAbilityToConsume(1);
      if (!estimate.canBeConsumed()) {
        throw tooMany(estimate.getNanosToWaitForRefill());
      }
    }

    /**
     * Counts the password as wrong, until it has succeeded: those who try many at once must not all
     * come in before the first was counted.
     *
     * @throws TooManyPasswordsException when there are too many at once
     */
    public void admit() {
      take(account);
      if (address != null) {
        take(address);
      }
    }

    private static void take(Bucket bucket) {
      var probe = bucket.tryConsumeAndReturnRemaining(1);
      if (!probe.isConsumed()) {
        throw tooMany(probe.getNanosToWaitForRefill());
      }
    }

    /** Gives the count back: the password was right. */
    public void succeeded() {
      account.reset();
      if (address != null) {
        address.addTokens(1);
      }
    }

    private static TooManyPasswordsException tooMany(long nanos) {
      return new TooManyPasswordsException(Duration.ofNanos(nanos));
    }
  }
}
