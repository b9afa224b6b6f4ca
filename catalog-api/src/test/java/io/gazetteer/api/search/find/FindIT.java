package io.gazetteer.api.search.find;

import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a question needs, asked of documents. */
class FindIT {
  private static final TestApi API = TestApi.shared();
  private static final String QUESTION = "Which guests of the hotel have not paid their bills?";

  @BeforeAll
  static void index() {
    var relations = new ArrayList<Relation>();
    relations.add(commented("hotel", "guests", "Who sleeps here", "guest_id", "full_name"));
    relations.add(
        referring("guests", table("hotel", "bills", "bill_id", "guest_id", "paid_on", "amount")));
    IntStream.range(0, 40)
        .forEach(i -> relations.add(table("hotel", "bill_archive_" + i, "bill_id", "paid_on")));
    new TestIndex(API).write(new RegisteredDataSources(API).crawled("find_lab"), relations);
  }

  @Test
  void writesTheTablesInOneLineEachAndHowTheyAreJoined() {
    var answer = find("");

    assertThat(texts(answer.path("tables"), "path")).contains("hotel.guests", "hotel.bills");
    assertThat(answer.path("text").asString())
        .contains("hotel.guests(guest_id", "full_name", "-- \"Who sleeps here\"\n")
        .contains("-> ");
    assertThat(answer.path("joins").path(0).asString())
        .contains("hotel.bills.", " = hotel.guests.");
    assertThat(texts(answer.path("tables"), "why")).allMatch(why -> !why.isBlank());
  }

  @Test
  void staysWithinTheTokens() {
    var small = find("&max_tokens=100");

    assertThat(small.path("text").asString().length()).isLessThanOrEqualTo(400).isPositive();
    assertThat(small.path("tokens").asInt()).isLessThanOrEqualTo(100);
    assertThat(small.path("left_off").asLong()).isPositive();
    assertThat(small.path("narrow").path(0).asString()).contains("more tables");
  }

  @Test
  void writesStatementsWhenAskedTo() {
    assertThat(find("&ddl=true").path("text").asString())
        .contains("create table hotel.bills (\n  ", "foreign key (", "references hotel.guests (");
  }

  @Test
  void answersTheTextAlone() {
    var text =
        API.send(
            "GET",
            path(""),
            null,
            Map.of("Authorization", "Bearer " + API.token(), "Accept", "text/plain"));

    assertThat(text.status()).isEqualTo(200);
    assertThat(text.text()).contains("hotel.bills(bill_id");
  }

  private static String path(String more) {
    return "/api/find?db_name=find_lab&q="
        + URLEncoder.encode(QUESTION, StandardCharsets.UTF_8)
        + more;
  }

  private static JsonNode find(String more) {
    var answer = API.get(path(more));
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    return answer.json();
  }

  private static List<String> texts(JsonNode array, String field) {
    return array.valueStream().map(node -> node.path(field).asString()).toList();
  }
}
