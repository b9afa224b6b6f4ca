package io.gazetteer.worker.index.stored;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import io.gazetteer.common.index.IndexConfiguration;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.SearchIndexes;
import io.gazetteer.servers.testing.TestServers;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Data sources whose relations fill a page, or do not fit into one. */
class IndexReaderIT {
  private final UUID source = UUID.randomUUID();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  @BeforeEach
  void start() {
    var server = TestServers.elasticsearch();
    var login = new BasicHeader("Authorization", server.authorization());
    context.registerBean(
        Rest5Client.class,
        () ->
            Rest5Client.builder(URI.create(server.url()))
                .setDefaultHeaders(new BasicHeader[] {login})
                .build());
    context.registerBean(InstantSource.class, Clock::systemUTC);
    context.registerBean(
        IndexServer.class, () -> new IndexServer(context.getBean(Rest5Client.class)));
    context.register(IndexConfiguration.class, IndexReader.class);
    context.refresh();
    context.getBean(SearchIndexes.class).ensure();
  }

  @AfterEach
  void stop() {
    context.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1_000, 1_001, 10_000, 10_001})
  void findsEveryRelationOnce(int count) {
    bulk(count, this::document);
    try {
      var relations = context.getBean(IndexReader.class).relations(source);

      assertThat(relations).hasSize(count);
      for (int number = 0; number < count; number++) {
        assertThat(relations).containsEntry(id(number), number);
      }
    } finally {
      bulk(count, number -> "{\"delete\": {\"_id\": \"" + id(number) + "\"}}\n");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void countsColumnsAtOnceAndInPages(int most) {
    bulk("columns", 6, this::column);
    try {
      assertThat(context.getBean(IndexReader.class).columnCounts(source, most))
          .containsOnly(Map.entry(id(0), 1), Map.entry(id(1), 2), Map.entry(id(2), 3));
    } finally {
      bulk("columns", 6, number -> "{\"delete\": {\"_id\": \"" + id(number) + "\"}}\n");
    }
  }

  private String column(int number) {
    int table = number == 0 ? 0 : number < 3 ? 1 : 2;
    return """
        {"index": {"_id": "%s"}}
        {"data_source_id": "%s", "table_id": "%s"}
        """
        .formatted(id(number), source, id(table));
  }

  private void bulk(int count, IntFunction<String> action) {
    bulk("tables", count, action);
  }

  private void bulk(String index, int count, IntFunction<String> action) {
    if (count > 0) {
      var body = IntStream.range(0, count).mapToObj(action).collect(Collectors.joining());
      var request =
          new Request("POST", "/gazetteer-" + index + "/_bulk?refresh=true&routing=" + source);
      request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
      assertThat(context.getBean(IndexServer.class).call(request).path("errors").asBoolean(true))
          .isFalse();
    }
  }

  private String document(int number) {
    return """
    {"index": {"_id": "%s"}}
    {"data_source_id": "%s", "kind": "table", "column_count": %d}
    """
        .formatted(id(number), source, number);
  }

  private String id(int number) {
    return source + "-" + number;
  }
}
