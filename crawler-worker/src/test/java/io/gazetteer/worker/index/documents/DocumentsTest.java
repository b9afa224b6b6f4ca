package io.gazetteer.worker.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.worker.index.bulk.BulkBody;
import io.gazetteer.worker.testing.fixtures.Columns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hc.core5.http.ContentType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {
  private static final UUID SOURCE = UUID.fromString("6f1c0a4e-0000-4000-8000-000000000001");
  private static final Instant NOW = Instant.parse("2030-01-02T03:04:05Z");

  private final Documents documents = new Documents(SOURCE, 1, NOW);

  @Test
  void saysWhatATableIsFoundAndRankedBy() {
    var table = table(relation("CustomerOrders", null), 12);

    assertThat(table.path("name_words").asString()).isEqualTo("customer order");
    assertThat(table.path("name_word_count").asInt()).isEqualTo(2);
    assertThat(table.path("column_words").asString()).isEqualTo("order id placed at");
    assertThat(table.path("referenced_by").asInt()).isEqualTo(12);
    assertThat(strings(table.path("vocabulary")))
        .containsExactly("customer", "order", "id", "placed", "at", "sale");
    assertThat(table.has("parent_words")).isFalse();
  }

  @Test
  void keepsThePartitionsOfATableOutOfItsWay() {
    var partition = table(relation("customer_orders_2024", "sales.customer_orders"), 0);

    assertThat(partition.path("name_words").asString()).isEqualTo("2024");
    assertThat(partition.path("name_word_count").asInt()).isEqualTo(3);
    assertThat(partition.path("parent_words").asString()).isEqualTo("customer order");
    assertThat(partition.has("vocabulary")).isFalse();
    assertThat(table(relation("orders", "old.orders"), 0).has("name_words")).isFalse();
  }

  @Test
  void saysWhatAColumnsTypeIsCalled() {
    var columns = written(Documents::addColumns, relation("orders", null), 0);

    assertThat(columns).hasSize(2);
    assertThat(strings(columns.getFirst().path("type_names"))).containsExactly("bigint", "int8");
    assertThat(strings(columns.getLast().path("type_names")))
        .containsExactly("timestamp with time zone", "timestamptz", "timestamp");
    assertThat(columns.getLast().path("name_words").asString()).isEqualTo("placed at");
    assertThat(columns.getLast().path("name_word_count").asInt()).isEqualTo(2);
  }

  private JsonNode table(Relation relation, int referencedBy) {
    return written(Documents::addTable, relation, referencedBy).getFirst();
  }

  private interface Part {
    void add(Documents documents, DescribedRelation relation, BulkBody body);
  }

  private List<JsonNode> written(Part part, Relation relation, int referencedBy) {
    var body = new BulkBody(SOURCE.toString(), 1 << 16);
    part.add(documents, DescribedRelation.of(SOURCE, relation, referencedBy), body);
    var lines = text(body).lines().toList();
    var found = new ArrayList<JsonNode>();
    for (int line = 1; line < lines.size(); line += 2) {
      found.add(JsonMapper.shared().readTree(lines.get(line)));
    }
    return found;
  }

  private static String text(BulkBody body) {
    try (var content = body.entity(ContentType.APPLICATION_JSON).getContent()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }

  private static Relation relation(String name, @Nullable String parent) {
    return new Relation(
        "sales",
        name,
        parent == null ? RelationKind.TABLE : RelationKind.PARTITION,
        null,
        null,
        List.of(
            Columns.of("order_id", 1, "bigint", TypeFamily.INTEGER),
            Columns.of("placed_at", 2, "timestamp(3) with time zone", TypeFamily.TIME)),
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        parent,
        null,
        List.of(),
        false,
        null,
        null,
        List.of());
  }
}
