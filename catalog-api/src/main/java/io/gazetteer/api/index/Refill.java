package io.gazetteer.api.index;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import com.github.benmanes.caffeine.cache.Ticker;
import io.gazetteer.common.index.IndexUnavailableException;
import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import java.util.HashMap;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Knows whether the index was lost and is being filled again: who finds nothing in it meanwhile has
 * not been told that there is nothing. Thread safe.
 */
@Component
public final class Refill {
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  /** A crawl that was under way when the index was lost may have lost what it had written. */
  private static final String SELECT =
      """
      select exists (
          select from data_source s
          join known_index k on k.alias = 'TABLES' and k.wiped_at is not null
          where s.deleted_at is null
            and (cast(:source as uuid) is null or s.id = :source)
            and exists (
              select from crawl where data_source_id = s.id
                and state in ('SUCCEEDED', 'PARTIAL', 'HELD') and created_at < k.wiped_at)
            and not exists (
              select from crawl where data_source_id = s.id
                and finished_at is not null and created_at >= k.wiped_at))
        or exists (
          select from known_index k
          where k.alias = 'COLUMNS' and k.wiped_at is not null and not exists (
            select from index_rebuild
            where finished_at is not null and created_at >= k.wiped_at))
      """;

  private final JdbcClient jdbc;
  private final SearchIndexes indexes;
  private final LoadingCache<Optional<UUID>, Boolean> underWay;

  Refill(JdbcClient jdbc, SearchIndexes indexes, Ticker ticker) {
    this.jdbc = jdbc;
    this.indexes = indexes;
    this.underWay =
        Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1000)
            .ticker(ticker)
            .build(source -> isUnnoticed() || isUnderWay(source));
  }

  /**
   * Lets those go on who have found nothing, since there is nothing.
   *
   * @param source where they looked; empty for everywhere
   * @throws IndexUnavailableException when what there was is not back yet
   */
  public void requireNone(Optional<UUID> source) {
    if (underWay.get(source)) {
      throw IndexUnavailableException.missing("The index is being filled again");
    }
  }

  /** Returns whether an index is another one than the workers know. */
  private boolean isUnnoticed() {
    var known = new HashMap<String, String>();
    jdbc.sql("select alias, uuid from known_index")
        .query(
            row -> {
              known.put(row.getString("alias"), row.getString("uuid"));
            });
    return indexes.inUse().stream()
        .anyMatch(
            index -> {
              var uuid = known.get(index.alias().name());
              return uuid != null && !uuid.equals(index.uuid());
            });
  }

  private boolean isUnderWay(Optional<UUID> source) {
    return jdbc.sql(SELECT).param("source", source.orElse(null)).query(Boolean.class).single();
  }
}
