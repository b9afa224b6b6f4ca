package io.gazetteer.worker.index.bulk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.IndexUnavailableException;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.worker.lease.Failure;
import io.gazetteer.worker.lease.LeaseLostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

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
   * @throws LeaseLostException when someone else has written newer documents
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
        judge(item, result, again, refused);
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

  private static void judge(
      BulkBody.Item item,
      JsonNode result,
      List<BulkBody.Item> again,
      Map<String, Failure> refused) {
    switch (result.path("status").asInt()) {
      case CONFLICT -> throw new LeaseLostException("document " + item.id());
      case TOO_MANY_REQUESTS, UNAVAILABLE, NOT_FOUND -> again.add(item);
      default ->
          refused.put(
              item.owner(),
              new Failure(
                  "index_refused",
                  "The index refused a document: " + result.at("/error/type").asString()));
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
