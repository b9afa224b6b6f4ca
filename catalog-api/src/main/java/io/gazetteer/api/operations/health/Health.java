package io.gazetteer.api.operations.health;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.events.Topics;
import io.gazetteer.common.index.IndexAlias;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the three stores, and if told so a worker, whether they are there. Thread safe. */
final class Health {
  private static final int SECONDS = 2;
  private static final int OK = 200;

  private final JdbcClient jdbc;
  private final Admin kafka;
  private final Rest5Client elasticsearch;
  private final boolean needsWorker;

  /**
   * @param needsWorker whether a worker has to be there, too: where both are started together,
   *     "ready" means that a registration is crawled at once
   */
  Health(JdbcClient jdbc, Admin kafka, Rest5Client elasticsearch, boolean needsWorker) {
    this.jdbc = jdbc;
    this.kafka = kafka;
    this.elasticsearch = elasticsearch;
    this.needsWorker = needsWorker;
  }

  /** Each part and whether it is there. */
  Map<String, Boolean> check() {
    var asked = new LinkedHashMap<String, Future<Boolean>>();
    try (var threads = Executors.newCachedThreadPool()) {
      asked.put("postgresql", threads.submit(() -> isUp(this::postgresql)));
      asked.put("kafka", threads.submit(() -> isUp(this::kafka)));
      asked.put("elasticsearch", threads.submit(() -> isUp(this::elasticsearch)));
      if (needsWorker) {
        asked.put("worker", threads.submit(() -> isUp(this::worker)));
      }
    }
    var answers = new LinkedHashMap<String, Boolean>();
    asked.forEach((store, answer) -> answers.put(store, answer.resultNow()));
    return answers;
  }

  private static boolean isUp(Callable<Boolean> store) {
    try {
      return store.call();
    } catch (Exception e) {
      return false;
    }
  }

  private boolean postgresql() {
    return jdbc.sql("select true").query(Boolean.class).single();
  }

  private boolean kafka() throws Exception {
    return !kafka.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS).isEmpty();
  }

  private boolean worker() throws Exception {
    var group = kafka.describeConsumerGroups(List.of(Topics.CRAWL_PLANNERS)).all();
    return group.get(SECONDS, TimeUnit.SECONDS).values().stream()
        .flatMap(description -> description.members().stream())
        .anyMatch(member -> !member.assignment().topicPartitions().isEmpty());
  }

  private boolean elasticsearch() throws Exception {
    for (IndexAlias alias : IndexAlias.values()) {
      var request = new Request("HEAD", "/_alias/" + alias.alias());
      request.setOptions(
          RequestOptions.DEFAULT.toBuilder()
              .setRequestConfig(
                  RequestConfig.custom().setResponseTimeout(Timeout.ofSeconds(SECONDS)).build()));
      if (elasticsearch.performRequest(request).getStatusCode() != OK) {
        return false;
      }
    }
    return true;
  }
}
