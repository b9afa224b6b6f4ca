package io.gazetteer.standalone.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.ApiUser.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Registers one database after the other, each with a key, until nobody answers; with pauses, since
 * each makes a crawl.
 */
public final class BusyRegistrar {
  /** Nothing listens there: crawls end at once. */
  private static final int NOBODY = 1;

  private static final Duration PAUSE = Duration.ofMillis(30);

  private final ApiUser user;
  private final List<String> crawls = new CopyOnWriteArrayList<>();
  private final List<String> unanswered = new CopyOnWriteArrayList<>();
  private final List<Answer> others = new CopyOnWriteArrayList<>();
  private final Thread thread;

  /** Begins at once. */
  public BusyRegistrar(ApiUser user) {
    this.user = user;
    thread = Thread.ofPlatform().daemon().start(this::work);
  }

  public static Map<String, Object> body(int port, String dbName) {
    return Map.of(
        "hostname",
        "127.0.0.1",
        "port",
        port,
        "db_name",
        dbName,
        "username",
        "reader",
        "password",
        "nobody reads this",
        "db_type",
        "PostgreSQL");
  }

  private void work() {
    while (unanswered.isEmpty() && others.isEmpty()) {
      register(user, "busy-" + UUID.randomUUID());
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private void register(ApiUser who, String name) {
    var answer = who.postOnce("/api/db-credentials", body(NOBODY, name), name);
    switch (answer.status()) {
      case 201 -> crawls.add(answer.body().at("/crawl/id").asString());
      // 503: what comes on a connection that was open already.
      case 0, 503 -> unanswered.add(name);
      default -> others.add(answer);
    }
  }

  /** How many have been registered. */
  public int answered() {
    return crawls.size();
  }

  /** Whether a request got no answer any more, after which no other was sent. */
  public boolean isTurnedAway() {
    return !thread.isAlive();
  }

  /** Asks someone else for what nobody answered. */
  public void repeatUnanswered(ApiUser other) {
    var names = List.copyOf(unanswered);
    unanswered.clear();
    names.forEach(name -> register(other, name));
    assertThat(unanswered).isEmpty();
  }

  /** The first crawls of all that were registered. */
  public List<String> registered() {
    return crawls;
  }

  public List<Answer> otherAnswers() {
    return others;
  }
}
