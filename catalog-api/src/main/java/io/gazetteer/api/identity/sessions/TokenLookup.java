package io.gazetteer.api.identity.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.identity.ratelimit.UnknownTokens;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks opaque tokens up. A network that sends many unknown ones gets no query for the next; its
 * good tokens, which others behind the same address may have, are found in a list of all that is
 * read once a second at most, and only then. Thread safe.
 */
public final class TokenLookup {
  private static final Duration LIST_KEPT = Duration.ofSeconds(1);
  private static final Duration NEW = Duration.ofMinutes(1);
  private static final int MOST_NEW = 10_000;

  private final JdbcClient jdbc;
  private final UnknownTokens unknown;
  private final String hashes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Cache<ByteBuffer, Boolean> made =
      Caffeine.newBuilder().maximumSize(MOST_NEW).expireAfterWrite(NEW).build();

  /** The first eight bytes of each hash: a token that only looks known costs one query. */
  private Set<Long> known = Set.of();

  private long readAt;
  private boolean hasRead;

  /**
   * @param hashes the SQL that selects the hashes of all good tokens
   */
  public TokenLookup(JdbcClient jdbc, UnknownTokens unknown, String hashes) {
    this.jdbc = jdbc;
    this.unknown = unknown;
    this.hashes = hashes;
  }

  /**
   * Finds what a query finds.
   *
   * @param address that the token comes from
   * @throws TooManyUnknownTokensException when too many unknown tokens have come from there, and
   *     this is one more
   */
  public <T> Optional<T> find(byte[] hash, @Nullable String address, Supplier<Optional<T>> query) {
    if (unknown.areTooMany(address) && !isListed(hash)) {
      throw new TooManyUnknownTokensException();
    }
    var found = query.get();
    if (found.isEmpty()) {
      unknown.count(address);
    }
    return found;
  }

  /** Remembers a token of this process's own: the list may be older than it. */
  public void made(byte[] hash) {
    made.put(ByteBuffer.wrap(hash), true);
  }

  private boolean isListed(byte[] hash) {
    if (made.getIfPresent(ByteBuffer.wrap(hash)) != null) {
      return true;
    }
    lock.lock();
    try {
      if (!hasRead || System.nanoTime() - readAt > LIST_KEPT.toNanos()) {
        known =
            new HashSet<>(
                jdbc.sql(hashes)
                    .query((row, number) -> ByteBuffer.wrap(row.getBytes(1)).getLong())
                    .list());
        readAt = System.nanoTime();
        hasRead = true;
      }
      return known.contains(ByteBuffer.wrap(hash).getLong());
    } finally {
      lock.unlock();
    }
  }
}
