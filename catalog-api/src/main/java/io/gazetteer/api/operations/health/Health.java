package io.gazetteer.api.operations.health;

import io.gazetteer.common.events.Topics;
import io.gazetteer.common.index.SearchIndex.State;
import io.gazetteer.common.index.SearchIndexes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the three stores, and if told so a worker, whether they are there. Thread safe. */
final class Health {
  static final String UP = "UP";
  static final String DOWN = "DOWN";

  /** With these, people can search; what cannot be written is only older than it should be. */
  private static final Set<String> SERVING = Set.of(UP, State.OPEN.name(), State.READ_ONLY.name());

  private static final String MISSING = "MISSING";
  private static final int SECONDS = 2;

  private final JdbcClient jdbc;
  private final Admin kafka;
  private final SearchIndexes indexes;
  private final boolean needsWorker;

  /**
   * @param needsWorker whether a worker has to be there, too: where both are started together,
   *     "ready" means that a registration is crawled at once
   */
  Health(JdbcClient jdbc, Admin kafka, SearchIndexes indexes, boolean needsWorker) {
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.indexes = indexes.within(Duration.ofSeconds(SECONDS));
    this.needsWorker = needsWorker;
  }

  /** Each part and how it is; the search index as its {@link State}, or missing. */
  Map<String, String> check() {
    var asked = new LinkedHashMap<String, Future<String>>();
    try (var threads = Executors.newCachedThreadPool()) {
      asked.put("postgresql", threads.submit(() -> word(this::postgresql)));
      asked.put("kafka", threads.submit(() -> word(this::kafka)));
      asked.put("index", threads.submit(() -> word(this::index)));
      if (needsWorker) {
        asked.put("worker", threads.submit(() -> word(this::worker)));
      }
    }
    var answers = new LinkedHashMap<String, String>();
    asked.forEach((part, answer) -> answers.put(part, answer.resultNow()));
    answers.put("elasticsearch", DOWN.equals(answers.get("index")) ? DOWN : UP);
    return answers;
  }

  static boolean serves(Map<String, String> parts) {
    return SERVING.containsAll(parts.values());
  }

  private static String word(Callable<String> part) {
    try {
      return part.call();
    } catch (Exception e) {
      return DOWN;
    }
  }

  private String postgresql() {
    return jdbc.sql("select true").query(Boolean.class).single() ? UP : DOWN;
  }

  private String kafka() throws Exception {
    return kafka.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS).isEmpty() ? DOWN : UP;
  }

  private String worker() throws Exception {
    var group = kafka.describeConsumerGroups(List.of(Topics.CRAWL_PLANNERS)).all();
    return group.get(SECONDS, TimeUnit.SECONDS).values().stream()
            .flatMap(description -> description.members().stream())
            .anyMatch(member -> !member.assignment().topicPartitions().isEmpty())
        ? UP
        : DOWN;
  }

  private String index() {
    return indexes.state().map(State::name).orElse(MISSING);
  }
}
