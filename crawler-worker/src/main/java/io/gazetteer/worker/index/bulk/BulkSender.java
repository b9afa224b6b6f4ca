package io.gazetteer.worker.index.bulk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.IndexUnavailableException;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ContentType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Sends bulk requests. One that was answered 200 can hold failures, and then every item of the
 * answer is looked at; one without failures is not asked for items, a million of which cost time on
 * both sides. Thread safe.
 */
@Component
public final class BulkSender {
  private static final Logger log = LoggerFactory.getLogger(BulkSender.class);
  private static final ContentType NDJSON = ContentType.create("application/x-ndjson");
  private static final int TRIES = 6;
  private static final long FIRST_PAUSE_MILLIS = 250;
  private static final int NOT_FOUND = 404;
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  /** What the index answers for any document: it is closed, or its disk is full or broken. */
  private static final Set<String> OF_THE_INDEX =
      Set.of(
          "index_closed_exception",
          "already_closed_exception",
          "alias_not_found_exception",
          "engine_closed_exception",
          "i_o_exception",
          "file_system_exception",
          "translog_exception",
          "process_cluster_event_timeout_exception");

  private final IndexServer server;
  private final SearchIndexes indexes;
  private final BulkMetrics metrics;
  private final Courtesy courtesy;

  BulkSender(IndexServer server, SearchIndexes indexes, BulkMetrics metrics, Courtesy courtesy) {
    this.metrics = metrics;
    this.server = server;
    this.indexes = indexes;
    this.courtesy = courtesy;
  }

  /**
   * Sends all items; those the index has no room for now are sent again, with growing pauses.
   *
   * @param fence is run before each request and throws when the work is no longer ours
   * @return what was refused for good, by the item's owner
   * @throws IndexException when the index stays unavailable
   * @throws LeaseLostException when someone else has the work and has written newer documents
   */
  public Map<String, Failure> send(BulkBody body, Runnable fence) {
    var refused = new HashMap<String, Failure>();
    if (body.items().isEmpty()) {
      return refused;
    }
    var rest = body;
    for (int attempt = 0; ; attempt++) {
      if (attempt == TRIES) {
        throw new IndexUnavailableException(
            "The index refused " + rest.items().size() + " documents");
      }
      if (attempt > 0) {
        pause(attempt);
      }
      var again = sendInTurn(rest, attempt, fence, refused);
      if (again.isEmpty()) {
        return refused;
      }
      rest = rest.of(again);
    }
  }

  /** The fence must say what holds when the request goes out, not when it began to wait. */
  private List<BulkBody.Item> sendInTurn(
      BulkBody body, int attempt, Runnable fence, Map<String, Failure> refused) {
    var turn = courtesy.await();
    try {
      fence.run();
      metrics.sent(attempt);
      return sendOnce(body, refused);
    } finally {
      turn.end();
    }
  }

  /** Returns the items to send again. */
  private List<BulkBody.Item> sendOnce(BulkBody body, Map<String, Failure> refused) {
    JsonNode answer;
    try {
      if (!bulk(body, "errors").path("errors").asBoolean(true)) {
        return List.of();
      }
      // Once more, to be told which: with the same version that changes nothing.
      answer = bulk(body, "items.*._id,items.*.status,items.*.error");
    } catch (IndexUnavailableException e) {
      if (!e.isBusy()) {
        throw e;
      }
      return body.items();
    }
    var again = new ArrayList<BulkBody.Item>();
    int position = 0;
    boolean indexMissing = false;
    for (JsonNode outer : answer.path("items")) {
      var item = body.items().get(position++);
      var result = outer.iterator().next();
      if (!result.path("_id").asString().equals(item.id())) {
        throw new IndexUnavailableException(
            "The index answered for another document than was sent");
      }
      if (result.has("error")) {
        metrics.rejected(result.path("status").asInt());
        indexMissing |= result.path("status").asInt() == NOT_FOUND;
        judge(body, item, result, again, refused);
      }
    }
    if (indexMissing) {
      log.warn("The search index is gone and is made anew");
      indexes.ensure();
    }
    return again;
  }

  private JsonNode bulk(BulkBody body, String wanted) {
    var request = new Request("POST", "/_bulk");
    request.addParameter("filter_path", wanted);
    request.setEntity(body.entity(NDJSON));
    return server.call(request);
  }

  private void judge(
      BulkBody body,
      BulkBody.Item item,
      JsonNode result,
      List<BulkBody.Item> again,
      Map<String, Failure> refused) {
    var type = result.at("/error/type").asString("");
    switch (result.path("status").asInt()) {
      case CONFLICT -> throw conflict(body, item, result);
      case TOO_MANY_REQUESTS, UNAVAILABLE, NOT_FOUND, FORBIDDEN -> again.add(item);
      default -> {
        if (OF_THE_INDEX.contains(type)) {
          again.add(item);
        } else {
          refused.put(
              item.owner(), new Failure("index_refused", "The index refused a document: " + type));
        }
      }
    }
  }

  /**
   * Says what a newer document means. One of the same crawl was written by someone else, who has
   * the work now. One of an epoch that the catalog store has not come to yet is older than a backup
   * from which the store was restored: the index is rebuilt for that, and the work waits.
   */
  private RuntimeException conflict(BulkBody body, BulkBody.Item item, JsonNode result) {
    var document = new Request("GET", "/%s/_doc/%s".formatted(index(result), item.id()));
    document.addParameter("routing", body.routing());
    document.addParameter("_source", "false");
    long stored = version(document);
    return stored >> CrawlRef.ATTEMPT_BITS > body.version() >> CrawlRef.ATTEMPT_BITS
        ? new IndexUnavailableException(
            "The index holds documents of a later crawl than the catalog store knows")
        : new LeaseLostException("document " + item.id());
  }

  private static String index(JsonNode result) {
    return result.at("/error/index").asString("");
  }

  /** Returns 0 when the document is not there. */
  private long version(Request document) {
    try {
      return server.call(document).path("_version").asLong(0);
    } catch (IndexUnavailableException e) {
      if (e.isMissing()) {
        return 0;
      }
      throw e;
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(FIRST_PAUSE_MILLIS << (attempt - 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IndexUnavailableException("Interrupted while the index was busy", e);
    }
  }
}
