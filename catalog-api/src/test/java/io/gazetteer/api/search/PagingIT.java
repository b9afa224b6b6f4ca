package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.Sources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.model.Relation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    source = new Sources(API).crawled("paging_pit");
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
    var second = page(first.json().path("next_cursor").asString());
    seen.addAll(Found.names(second));
    // All of them are written again, and new ones that would come first and last.
    new TestIndex(API).write(source, gravel(0, TABLES));
    new TestIndex(API)
        .write(
            source,
            List.of(
                table("a_pit", "gravel", "x"),
                table("z_pit", "the_very_last_heap_of_all_the_gravel", "x")));
    seen.addAll(FOUND.walk("gravel", "&limit=7", second.json().path("next_cursor").asString()));

    assertThat(seen).hasSize(2 * TABLES).doesNotHaveDuplicates();
    assertThat(FOUND.names("gravel last heap")).isNotEmpty();
  }

  @Test
  void goesOnInTheIndexAsItIsWhenThePointInTimeIsGone() {
    var first = FOUND.search("gravel heap", "&limit=50");
    var cursor = page("gravel heap", first.json().path("next_cursor").asString()).json();
    var values =
        (ArrayNode)
            JsonMapper.shared()
                .readTree(Base64.getUrlDecoder().decode(cursor.path("next_cursor").asString()));
    assertThat(values.get(1).isString()).isTrue();
    for (String forged : List.of("gone", "46ToAwMDaWR5", "")) {
      values.set(1, forged);
      var answer = page("gravel heap", encoded(values));

      assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
      assertThat(Found.names(answer)).hasSizeGreaterThan(10);
    }
  }

  private static String encoded(ArrayNode values) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(values.toString().getBytes(StandardCharsets.UTF_8));
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

  private static Answer page(String cursor) {
    return page("gravel", cursor);
  }

  private static Answer page(String text, String cursor) {
    return FOUND.search(text, "&limit=" + (text.equals("gravel") ? 7 : 50) + "&cursor=" + cursor);
  }
}
