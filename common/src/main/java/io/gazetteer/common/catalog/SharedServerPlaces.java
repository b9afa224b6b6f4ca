package io.gazetteer.common.catalog;

import io.gazetteer.common.source.ServerPlaces;
import io.gazetteer.common.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the places of servers in the catalog store, which all processes share. A place is a row
 * under a lease, so that the places of a process that has died are free again after a while. A
 * server has a tenth of the connections that it allows, and no more than the usual limit; one place
 * until someone has asked it. Thread safe.
 */
public final class SharedServerPlaces implements ServerPlaces, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SharedServerPlaces.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration RENEWED_EVERY = Duration.ofSeconds(8);
  private static final Duration KNOWN = Duration.ofHours(1);

  /** Two may choose the same free place, of which one gets it. */
  private static final int TRIES = 3;

  private final JdbcClient jdbc;
  private final int usual;
  private final Set<UUID> held = ConcurrentHashMap.newKeySet();
  private final Map<String, Instant> asked = new ConcurrentHashMap<>();
  private final ScheduledExecutorService renewals =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("server-places").factory());

  /**
   * Makes places.
   *
   * @param usual connections to a server at most
   */
  @SuppressWarnings("FutureReturnValueIgnored") // Places are renewed until this is closed.
  SharedServerPlaces(JdbcClient jdbc, int usual) {
    this.jdbc = jdbc;
    this.usual = usual;
    renewals.scheduleWithFixedDelay(
        this::renew, RENEWED_EVERY.toMillis(), RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Place take(String server, @Nullable Integer most) throws SourceException {
    int limit = most == null ? usual : Math.max(usual, most);
    for (int i = 0; i < TRIES; i++) {
      var id = UUID.randomUUID();
      if (insert(server, id, limit)) {
        held.add(id);
        return () -> giveBack(id);
      }
    }
    throw SourceException.serverFull();
  }

  private boolean insert(String server, UUID id, int most) {
    return jdbc.sql(
                """
                with allowed (most) as (
                    select coalesce((
                        select least(:most, greatest(1, s.max_connections / 10))
                        from source_server s where s.server = :server), 1))
                insert into source_place (server, place, id, lease_until)
                select :server, p.place, :id, now() + :lease * interval '1 ms'
                from allowed a cross join lateral generate_series(1, a.most) as p (place)
                where not exists (
                    select from source_place t
                    where t.server = :server and t.place = p.place and t.lease_until >= now())
                  and a.most > (
                    select count(*) from source_place t
                    where t.server = :server and t.lease_until >= now())
                order by p.place limit 1
                on conflict (server, place) do update
                    set id = excluded.id, lease_until = excluded.lease_until
                    where source_place.lease_until < now()
                """)
            .param("server", server)
            .param("id", id)
            .param("lease", LEASE.toMillis())
            .param("most", most)
            .update()
        == 1;
  }

  private void giveBack(UUID id) {
    if (!held.remove(id)) {
      return;
    }
    try {
      jdbc.sql("delete from source_place where id = :id").param("id", id).update();
    } catch (DataAccessException e) {
      log.debug("A place is free when its lease is over: {}", e.getMessage());
    }
  }

  private void renew() {
    if (held.isEmpty()) {
      return;
    }
    try {
      jdbc.sql(
              """
              update source_place set lease_until = now() + :lease * interval '1 ms'
              where id = any(:ids)
              """)
          .param("lease", LEASE.toMillis())
          .param("ids", held.toArray(UUID[]::new))
          .update();
    } catch (DataAccessException e) {
      log.warn("The places of servers could not be kept: {}", e.getMessage());
    }
  }

  @Override
  public boolean isUnknown(String server) {
    var last = asked.get(server);
    return last == null || last.plus(KNOWN).isBefore(Instant.now());
  }

  @Override
  public void learn(String server, int connections) {
    jdbc.sql(
            """
            insert into source_server (server, max_connections) values (:server, :connections)
            on conflict (server) do update
                set max_connections = excluded.max_connections, seen_at = now()
            """)
        .param("server", server)
        .param("connections", connections)
        .update();
    asked.put(server, Instant.now());
  }

  @Override
  public void close() {
    renewals.shutdownNow();
  }
}
