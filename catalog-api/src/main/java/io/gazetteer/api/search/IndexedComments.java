package io.gazetteer.api.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.gazetteer.api.search.terms.KnownComments;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import java.time.Duration;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks the index for comments with a word, and remembers the answer for a minute. Elasticsearch
 * stops at the first such comment.
 */
@Component
final class IndexedComments implements KnownComments {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String ENDPOINT = "/" + SearchedKinds.ALL.indexes() + "/_search";
  private static final Map<String, String> PARAMETERS =
      Map.of("allow_partial_search_results", "false", "filter_path", "hits.total.value");

  private final IndexServer server;
  private final Cache<String, Boolean> known =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  IndexedComments(IndexServer server) {
    this.server = server;
  }

  @Override
  public boolean haveWord(String word) {
    var remembered = known.getIfPresent(word);
    if (remembered != null) {
      return remembered;
    }
    var answer = server.post(ENDPOINT, PARAMETERS, body(word));
    boolean found = answer.at("/hits/total/value").asLong(0) > 0;
    known.put(word, found);
    return found;
  }

  private static ObjectNode body(String word) {
    var body = JSON.createObjectNode();
    body.put("size", 0).put("terminate_after", 1).put("track_total_hits", 1);
    body.set("query", Queries.term(Fields.COMMENT_WORDS, word));
    return body;
  }
}
