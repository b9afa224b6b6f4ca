package io.gazetteer.api.search.paging;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.api.search.Found;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexRefusedException;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.relation.Relation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PointsInTimeIT {
  private static final TestApi API = TestApi.shared();
  private static final String INDEXES =
      IndexAlias.TABLES.alias() + "," + IndexAlias.COLUMNS.alias();

  private final IndexServer server = API.bean(IndexServer.class);
  private final PointsInTime pointsInTime = API.bean(PointsInTime.class);
  private final SharedPointsInTime shared = new SharedPointsInTime(pointsInTime, () -> this.nanos);
  private long nanos;

  @Test
  void areSharedForAMoment() {
    var one = shared();
    nanos += Duration.ofMillis(250).toNanos() - 1;
    assertThat(shared()).isPresent().isEqualTo(one);
    nanos++;
    assertThat(shared()).isPresent().isNotEqualTo(one);

    assertThat(search(one.orElseThrow())).isPresent();
  }

  @Test
  void areSharedByThoseWhoAskTheSame() {
    assertThat(shared.of(INDEXES, Map.of("routing", "a")))
        .isEqualTo(shared.of(INDEXES, Map.of("routing", "a")))
        .isNotEqualTo(shared());
  }

  @Test
  void areNotSharedOnceTheyAreLost() {
    var one = shared();
    shared.lost(one.orElseThrow());

    assertThat(shared()).isPresent().isNotEqualTo(one);
  }

  @Test
  void areNotSharedAfterACrawl() {
    var one = shared();
    shared.crawlsMissed();

    assertThat(shared()).isPresent().isNotEqualTo(one);
  }

  @Test
  void areNotSharedWhenTheyAreGone() {
    var source = new RegisteredDataSources(API).crawled("gone_pit");
    new TestIndex(API)
        .write(source, List.of(table("s", "crumbling_pit"), table("s", "crumbling_wall")));
    var found = new Found(API, "gone_pit");
    var one = found.search("crumbling", "&limit=1").json().path("next_cursor").asString();
    pointsInTime.close(TestCursor.values(one).get(1).stringValue());

    assertThat(found.names("crumbling"))
        .containsExactlyInAnyOrder("s.crumbling_pit", "s.crumbling_wall");
  }

  @Test
  void areNotToBeHadWithoutAnIndex() {
    assertThat(pointsInTime.open("no_such_index", Map.of())).isEmpty();
  }

  @Test
  void areGoneWithTheirIndex() throws IOException {
    var elasticsearch = API.bean(Rest5Client.class);
    elasticsearch.performRequest(new Request("PUT", "/gone_with_its_points"));
    var one = pointsInTime.open("gone_with_its_points", Map.of()).orElseThrow();
    assertThat(search(one)).isPresent();
    elasticsearch.performRequest(new Request("DELETE", "/gone_with_its_points"));

    assertThat(search(one)).isEmpty();
  }

  @Test
  void tellWhatIsGoneFromWhatIsWrong() {
    var one = pointsInTime.open(INDEXES, Map.of()).orElseThrow();
    pointsInTime.close(one);

    assertThat(search(one)).isEmpty();
    var wrong = body(one).put("no_such_key", 1);
    assertThatThrownBy(() -> server.tryPost("/_search", Map.of(), wrong))
        .isInstanceOf(IndexRefusedException.class);
    assertThatThrownBy(() -> server.post("/" + INDEXES + "/_search", Map.of(), wrong))
        .isInstanceOf(IndexRefusedException.class);
  }

  @Test
  void totalsAreExactUpToACap() {
    var source = new RegisteredDataSources(API).crawled("large_pit");
    var index = new TestIndex(API);
    IntStream.range(0, 15).forEach(i -> index.write(source, pebbles(i * 670, (i + 1) * 670)));
    var found = new Found(API, "large_pit");

    assertThat(found.search("pebble", "").json().path("total").toString())
        .isEqualTo("{\"value\":10000,\"relation\":\"gte\"}");
    assertThat(found.search("pebble_77", "").json().at("/total/relation").asString())
        .isEqualTo("eq");
  }

  private static List<Relation> pebbles(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> table("s", "pebble_" + i)).toList();
  }

  private Optional<String> shared() {
    return shared.of(INDEXES, Map.of());
  }

  private Optional<JsonNode> search(String id) {
    return server.tryPost("/_search", Map.of("allow_partial_search_results", "false"), body(id));
  }

  private static ObjectNode body(String id) {
    var body = JsonMapper.shared().createObjectNode();
    body.putObject("pit").put("id", id);
    return body;
  }
}
