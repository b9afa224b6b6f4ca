package io.gazetteer.api.identity.audit;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.web.CallerNetwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Records what anyone can do again and again, such as to be refused: nobody may delete events, so
 * nobody may make any number of them. Of each kind, caller and network the first {@value #FIRST}
 * different ones of a minute are written at once; one more event counts the rest when the minute is
 * over. In a minute in which very many callers do so, those who come last share their events. Each
 * process counts for itself. Thread safe.
 */
public final class RepeatableEvents {
  static final int FIRST = 60;
  static final int MOST_CALLERS = 200;

  private static final Logger log = LoggerFactory.getLogger(RepeatableEvents.class);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String OTHERS = "others";

  private final Audit audit;
  private final Clock clock;
  private final Map<Key, Row> rows = new HashMap<>();

  RepeatableEvents(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  private record Key(String action, Audit.Actor actor, String network) {}

  private static final class Row {
    private final Instant since;
    private final @Nullable String address;
    private final Set<Audit.What> written = new HashSet<>();
    private long more;

    private Row(Instant since, @Nullable String address) {
      this.since = since;
      this.address = address;
    }

    /** Says whether the event is to be written; otherwise it is counted. */
    private boolean takes(Audit.What done) {
      if (written.size() < FIRST && written.add(done)) {
        return true;
      }
      more++;
      return false;
    }
  }

  private record Ended(Key key, Row row) {}

  /** Records what the sender of the current request does. */
  public void record(String action, @Nullable Object target, Map<String, ?> details) {
    record(Audit.sender(), Callers.address(), action, target, details);
  }

  /**
   * Records what someone does; a store that is away is no reason not to refuse.
   *
   * @param address that the request comes from
   */
  public void record(
      Audit.Actor actor,
      @Nullable String address,
      String action,
      @Nullable Object target,
      Map<String, ?> details) {
    var done = new Audit.What(action, target, details);
    if (isToBeWritten(new Key(action, actor, CallerNetwork.of(address)), address, done)) {
      write(actor, address, done);
    }
  }

  private synchronized boolean isToBeWritten(Key key, @Nullable String address, Audit.What done) {
    var row = rows.get(key);
    if (row == null) {
      var own = rows.size() < MOST_CALLERS;
      var theirs = own ? key : new Key(key.action(), Audit.Actor.NOBODY, OTHERS);
      row = rows.computeIfAbsent(theirs, added -> new Row(clock.instant(), own ? address : null));
    }
    return row.takes(done);
  }

  /** Writes the counts of the minutes that are over. */
  @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
  void endMinutes() {
    end(clock.instant().minus(MINUTE));
  }

  /** Writes all counts: the process ends. */
  void endAll() {
    end(Instant.MAX);
  }

  private void end(Instant latest) {
    for (var ended : take(latest)) {
      write(
          ended.key().actor(),
          ended.row().address,
          new Audit.What(
              ended.key().action(),
              null,
              Map.of("more", ended.row().more, "since", ended.row().since.toString())));
    }
  }

  private synchronized List<Ended> take(Instant latest) {
    var ended = new ArrayList<Ended>();
    rows.forEach(
        (key, row) -> {
          if (!row.since.isAfter(latest)) {
            ended.add(new Ended(key, row));
          }
        });
    ended.forEach(one -> rows.remove(one.key()));
    ended.removeIf(one -> one.row().more == 0);
    return ended;
  }

  private void write(Audit.Actor actor, @Nullable String address, Audit.What done) {
    try {
      audit.record(actor, address, done);
    } catch (DataAccessException e) {
      log.warn("The event {} cannot be written: {}", done.action(), e.toString());
    }
  }
}
