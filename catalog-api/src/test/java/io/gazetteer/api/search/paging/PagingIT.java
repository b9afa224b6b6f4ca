package io.gazetteer.api.search.paging;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.Found;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Walking through all hits, and taking them all at once. */
class PagingIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "paging_pit");
  private static final int TABLES = 120;
  private static UUID source = new UUID(0, 0);

  @BeforeAll
  static void index() {
    source = new RegisteredDataSources(API).crawled("paging_pit");
    new TestIndex(API).write(source, gravel(0, TABLES));
  }

  private static List<Relation> gravel(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i -> table("pit" + i % 3, "gravel_heap_" + i, "gravel_kind", "tons"))
        .toList();
  }

  @Test
  void walksToTheEndWhileDocumentsAreWritten() {
    var first = FOUND.search("gravel", "&limit=7");
    var seen = new ArrayList<>(Found.names(first));
    // All of them are written again, and new ones that would come first and last.
    new TestIndex(API).write(source, gravel(0, TABLES));
    new TestIndex(API)
        .write(
            source,
            List.of(
                table("a_pit", "gravel", "x"),
                table("z_pit", "the_very_last_heap_of_all_the_gravel", "x")));
    seen.addAll(FOUND.walk("gravel", "&limit=7", first.json().path("next_cursor").asString()));

    assertThat(seen).hasSize(2 * TABLES).doesNotHaveDuplicates();
    assertThat(FOUND.names("gravel last heap")).isNotEmpty();
  }

  @Test
  void goesOnInTheIndexAsItIsWhenThePointInTimeIsGone() {
    var first = FOUND.search("gravel heap", "&limit=50").json().path("next_cursor").asString();
    var pointInTime = TestCursor.values(first).get(1).stringValue();
    API.bean(PointsInTime.class).close(pointInTime);

    var second = page("gravel heap", first);
    assertThat(Found.names(second)).hasSizeGreaterThan(10);
    assertThat(TestCursor.values(second.json().path("next_cursor").asString()).get(1).isNull())
        .isTrue();
  }

  @Test
  void refusesCursorsThatAreMadeUp() {
    var cursor = FOUND.search("gravel heap", "&limit=50").json().path("next_cursor").asString();
    for (String pointInTime : List.of("gone", "46ToAwMDaWR5", "")) {
      assertRefused("gravel heap", cursor, values -> values.set(1, pointInTime));
    }
    assertRefused("gravel heap", cursor, values -> values.set(0, "MORE"));
    assertRefused("gravel heap", cursor, values -> values.set(2, "x"));
    assertRefused("gravel heap", cursor, values -> plan(values).removeAll());
    assertRefused("gravel heap", cursor, values -> plan(values).remove(1));
    assertRefused("gravel heap", cursor, values -> plan(values).addArray());
    assertRefused("gravel heap", cursor, values -> words(values).remove(0));
    assertRefused("gravel heap", cursor, values -> words(values).add(words(values).get(0)));
    assertRefused("gravel heap", cursor, values -> term(values).set(0, "sand"));
    assertRefused("gravel heap", cursor, values -> term(values).set(1, "g"));
    assertRefused("gravel heap", cursor, values -> term(values).set(2, "yes"));
    assertRefused("gravel heap", cursor, values -> term(values).set(3, "yes"));
    assertRefused("gravel heap", cursor, values -> ((ArrayNode) term(values).get(3)).add(""));
    assertRefused(
        "gravel heap",
        cursor,
        values ->
            IntStream.range(0, 201).forEach(i -> ((ArrayNode) term(values).get(6)).add("w" + i)));
    assertRefused("gravel tons", cursor, values -> {});
    assertRefused("gravel", cursor, values -> {});
    assertRefused("gravel heap tons", cursor, values -> {});
    assertRefused("\"gravel heap\"", cursor, values -> {});
    assertThat(page("gravel  heap", cursor).status()).isEqualTo(200);
  }

  private static void assertRefused(String text, String cursor, Consumer<ArrayNode> change) {
    var values = TestCursor.values(cursor);
    change.accept(values);
    var answer = page(text, TestCursor.of(values));
    assertThat(answer.wrongFields()).as(values + "\n" + answer).containsExactly("cursor");
  }

  private static ArrayNode plan(ArrayNode values) {
    return (ArrayNode) values.get(2);
  }

  private static ArrayNode words(ArrayNode values) {
    return (ArrayNode) plan(values).get(1);
  }

  private static ArrayNode term(ArrayNode values) {
    return (ArrayNode) words(values).get(0);
  }

  @Test
  void countsFacetsOnTheFirstPage() {
    var first = FOUND.search("gravel heap", "&limit=5").json();

    assertThat(first.at("/facets/schema")).isNotEmpty();
    assertThat(page("gravel heap", first.path("next_cursor").asString()).json().path("facets"))
        .isEmpty();
  }

  @Test
  void exportsEveryHitAsALine() {
    var answer =
        API.send(
            "GET",
            "/api/search?db_name=paging_pit&q=gravel+heap",
            null,
            Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/x-ndjson"));
    var lines = answer.text().lines().map(JsonMapper.shared()::readTree).toList();

    assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(lines.stream().map(Found::name).toList())
        .isEqualTo(FOUND.walk("gravel heap", "&limit=50", ""));
  }

  @Test
  void refusesToPageLines() {
    var answer =
        API.send(
            "GET",
            "/api/search?q=gravel&limit=5",
            null,
            Map.of("Authorization", "Bearer " + API.token(), "Accept", "application/x-ndjson"));

    assertThat(answer.wrongFields()).containsExactly("limit");
  }

  private static Answer page(String text, String cursor) {
    return FOUND.search(text, "&limit=" + (text.equals("gravel") ? 7 : 50) + "&cursor=" + cursor);
  }
}
