package io.gazetteer.worker.index.bulk;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexException;
import io.gazetteer.common.index.IndexServer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells whether somebody searches, as Elasticsearch counts it. Thread safe. */
@Component
final class SearchTraffic {
  private static final long REMEMBERED = Duration.ofMillis(500).toNanos();

  /** What was searched longer ago is no reason to wait now. */
  private static final long RECENT = Duration.ofSeconds(5).toNanos();

  private static final String COUNT = "_all.total.search.query_total";

  private final IndexServer server;
  private long asked = System.nanoTime() - RECENT;
  private long searches;
  private boolean isBusy;

  SearchTraffic(IndexServer server) {
    this.server = server;
  }

  /**
   * Returns whether there were searches of columns since this was last asked, if that was a moment
   * ago; from memory within half a second.
   */
  synchronized boolean isBusy() {
    long elapsed = System.nanoTime() - asked;
    if (elapsed >= REMEMBERED) {
      asked += elapsed;
      long before = searches;
      searches = count(before);
      isBusy = elapsed < RECENT && searches > before;
    }
    return isBusy;
  }

  /** Counts searches. When that fails nobody waits: a writer will notice the failure itself. */
  private long count(long otherwise) {
    var request = new Request("GET", "/" + IndexAlias.COLUMNS.alias() + "/_stats/search");
    request.addParameter("filter_path", COUNT);
    try {
      return server.call(request).at("/" + COUNT.replace('.', '/')).asLong(otherwise);
    } catch (IndexException e) {
      return otherwise;
    }
  }
}
