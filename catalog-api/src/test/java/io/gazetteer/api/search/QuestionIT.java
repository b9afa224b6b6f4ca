package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Questions, asked of documents. */
class QuestionIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "question_lab");

  @BeforeAll
  static void index() {
    var relations = new ArrayList<Relation>();
    relations.add(
        commented(
            "crm",
            "clients",
            "People who buy from us",
            "client_id",
            "full_name",
            "email_address:Where invoices go",
            "registered_at"));
    relations.add(referring("clients", table("crm", "visits", "visit_id", "client_id", "seen_by")));
    relations.add(table("crm", "organizations", "organization_id", "tax_number"));
    relations.add(table("plant", "pumps", "pump_id", "pressure_bar", "client_code"));
    relations.add(as(RelationKind.VIEW, null, table("plant", "pump_pressures", "pressure_bar")));
    IntStream.range(0, 30)
        .forEach(i -> relations.add(table("warehouse", "bin_" + i, "bin_id", "shelf_" + i)));
    new TestIndex(API).write(new RegisteredDataSources(API).crawled("question_lab"), relations);
  }

  @Test
  void answersWithTablesAndTheColumnsThatItSpeaksOf() {
    var answer = ask("Where do we keep the e-mail addresses of clients?");
    var first = answer.at("/hits/0");

    assertThat(answer.path("mode").asString()).isEqualTo("question");
    assertThat(texts(answer.path("ignored"))).containsExactly("Where", "do", "we", "the", "of");
    assertThat(texts(answer.path("unmatched"))).containsExactly("keep");
    assertThat(answer.path("hits").valueStream().map(hit -> hit.path("kind").asString()))
        .containsOnly("table");
    assertThat(first.path("path").asString()).isEqualTo("crm.clients");
    assertThat(first.at("/columns/0/name").asString()).isEqualTo("email_address");
    assertThat(texts(first.at("/columns/0/matched"))).containsExactly("email", "address");
    assertThat(first.path("matched").toString())
        .contains("{\"word\":\"client\",\"field\":\"name\",\"how\":\"exact\"}")
        .contains("{\"word\":\"email\",\"field\":\"columns\",\"how\":\"stem\"}");
  }

  @Test
  void neverAnswersNothingWhileOneWordIsKnown() {
    assertThat(names("Which xyzzy of the plugh has frobnicated the pumps?"))
        .contains("plant.pumps");
    assertThat(texts(ask("Which xyzzy of the plugh has a pump?").path("unmatched")))
        .containsExactly("xyzzy", "plugh");
    assertThat(FOUND.names("pump qwrtzz plugghh")).isNotEmpty();
  }

  @Test
  void findsOtherFormsOfAWord() {
    assertThat(names("Who is organizing the taxes?")).contains("crm.organizations");
  }

  @Test
  void bringsWhatIsJoined() {
    var hits = ask("What is the full name of people who buy from us?").path("hits");
    var visits =
        hits.valueStream()
            .filter(hit -> hit.path("path").asString().equals("crm.visits"))
            .findFirst();

    assertThat(visits).isPresent();
    assertThat(texts(visits.orElseThrow().path("brought_by"))).containsExactly("crm.clients");
    assertThat(visits.orElseThrow().path("matched")).isEmpty();
  }

  @Test
  void explainsEachScoreToItsEnd() {
    for (String question :
        List.of(
            "Where do we keep the e-mail addresses of clients?",
            "What is the pressure of the pumps in bar?",
            "How many organizations have registered a tax number?")) {
      var hits = FOUND.search(question, "&explain=true&limit=100").json().path("hits");

      assertThat(hits).isNotEmpty();
      for (JsonNode hit : hits) {
        double sum =
            hit.path("explanation")
                .valueStream()
                .mapToDouble(r -> r.path("points").asDouble())
                .sum();
        assertThat(sum).as(hit.toString()).isCloseTo(hit.path("score").asDouble(), within(0.001));
      }
    }
  }

  @Test
  void walksThroughAllTables() {
    var question = "Which bins of the warehouse are on which shelf?";
    var all = names(question);

    assertThat(all).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(FOUND.walk(question, "&limit=7", "")).isEqualTo(all);
  }

  @Test
  void takesConditionsAndParameters() {
    assertThat(names("What is the client of the pumps schema:crm?"))
        .isNotEmpty()
        .allMatch(name -> name.startsWith("crm."));
    var views = FOUND.search("What is the pressure of the pumps kind:view?", "");
    assertThat(Found.names(views)).as(views.text()).containsExactly("plant.pump_pressures");
    assertThat(Found.names(FOUND.search("Where are the addresses of clients?", "&kind=column")))
        .contains("crm.clients.email_address");
  }

  @Test
  void saysWhichNamesNothingHas() {
    assertThat(notes("client schema:nope"))
        .containsExactly("no schema is called nope; there are warehouse, crm, plant");
    assertThat(notes("Where are the addresses of the clients schema:nope?"))
        .containsExactly("no schema is called nope; there are warehouse, crm, plant");
    assertThat(notes("client db:nope").getFirst())
        .startsWith("no database is called nope; there are ");
    assertThat(notes("client table:nope")).containsExactly("no table is called nope");
    assertThat(notes("client table:pumps")).isEmpty();
    assertThat(notes("client schema:crm,nope"))
        .containsExactly("no schema is called nope; there are warehouse, crm, plant");
  }

  private static List<String> notes(String text) {
    return texts(FOUND.search(text, "").json().path("notes"));
  }

  @Test
  void readsATextAsItIsTold() {
    assertThat(FOUND.search("client email", "&mode=question").json().path("mode").asString())
        .isEqualTo("question");
    assertThat(FOUND.search("who is the client", "&mode=names").json().path("mode").asString())
        .isEqualTo("names");
    assertThat(FOUND.search("client", "&mode=poem").status()).isEqualTo(400);
  }

  @Test
  void namesNeedNotHaveTheWordsBetweenThem() {
    var answer = FOUND.search("pressure of the pump", "").json();

    assertThat(answer.path("mode").asString()).isEqualTo("names");
    assertThat(answer.at("/hits/0/path").asString()).isEqualTo("plant.pump_pressures");
    assertThat(texts(answer.path("ignored"))).containsExactly("of", "the");
  }

  private static JsonNode ask(String question) {
    return FOUND.search(question, "&limit=100").json();
  }

  private static List<String> names(String question) {
    return Found.names(FOUND.search(question, "&limit=100"));
  }

  private static List<String> texts(JsonNode array) {
    return array.valueStream().map(JsonNode::asString).toList();
  }
}
