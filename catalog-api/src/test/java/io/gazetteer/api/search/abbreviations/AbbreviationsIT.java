package io.gazetteer.api.search.abbreviations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.search.abbreviations.Abbreviations.Variant;
import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AbbreviationsIT {
  private static final String PATH = "/api/abbreviations";
  private final TestApi api = TestApi.shared();

  @AfterEach
  void reset() {
    assertThat(api.call("DELETE", PATH, null).status()).isEqualTo(204);
  }

  @Test
  void showsTheBuiltInList() {
    var answer = api.get(PATH + "/");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("built_in").asBoolean()).isTrue();
    assertThat(answer.json().path("abbreviations").valueStream())
        .anyMatch(
            one ->
                one.path("short").asString().equals("cust")
                    && one.at("/long/0").asString().equals("customer"));
    assertThat(get(answer.header("ETag")).status()).isEqualTo(304);
  }

  @Test
  void anEditHoldsAtOnce() {
    var answer = put(List.of(entry("Kd", "Kunden"), entry("rg", "Rechnung", "Region Nord")));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("built_in").asBoolean()).isFalse();
    assertThat(answer.json().at("/abbreviations/0/short").asString()).isEqualTo("kd");
    assertThat(answer.json().at("/abbreviations/1/long/1").asString()).isEqualTo("region nord");
    assertThat(api.get(PATH).json()).isEqualTo(answer.json());

    assertThat(variants("rg"))
        .containsExactly(
            new Variant(0, 1, List.of("rechnung")), new Variant(0, 1, List.of("region", "nord")));
    assertThat(variants("cust")).isEmpty();
  }

  @Test
  void anEditInAnotherProcessHoldsSoon() {
    var stored = new StoredAbbreviations(jdbc(), new Audit(jdbc()));
    stored.replace(List.of(new Abbreviation("kd", List.of("kunde"))), stored.version());
    await()
        .untilAsserted(
            () -> assertThat(variants("kd")).containsExactly(new Variant(0, 1, List.of("kunde"))));

    stored.replace(null, stored.version());
    await().untilAsserted(() -> assertThat(variants("cust")).isNotEmpty());
  }

  private List<Variant> variants(String word) {
    return api.bean(Abbreviations.class).variants(List.of(word));
  }

  @Test
  void namesEveryWrongEntry() {
    var answer =
        put(
            List.of(
                entry("cust", "customer"),
                entry("cust_no", "customer number"),
                entry("CUST", "customs"),
                entry("ab"),
                entry("cd", "code", "codes"),
                entry("ef", "ef"),
                entry("gh", "one two three four five six seven"),
                Map.of("short", "ij", "long", List.of("k"), "note", "l"),
                "mn"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.wrongFields())
        .containsExactlyInAnyOrder(
            "abbreviations[1].short",
            "abbreviations[2].short",
            "abbreviations[3].long",
            "abbreviations[4].long",
            "abbreviations[5].long",
            "abbreviations[6].long",
            "abbreviations[7].note",
            "abbreviations[8]");
    assertThat(api.get(PATH).json().path("built_in").asBoolean()).isTrue();
  }

  @Test
  void refusesTooManyAndOtherShapes() {
    assertThat(put(Collections.nCopies(1_001, entry("a", "b"))).wrongFields())
        .containsExactly("abbreviations");
    assertThat(api.call("PUT", PATH, Map.of("abbreviations", "cust")).wrongFields())
        .containsExactly("abbreviations");
    assertThat(api.call("PUT", PATH, Map.of("list", List.of())).wrongFields())
        .containsExactlyInAnyOrder("abbreviations", "list");
    assertThat(api.send("PUT", PATH, "{}", Map.of()).status()).isEqualTo(401);
  }

  @Test
  void refusesAnEditOfWhatHasChangedMeanwhile() {
    var tag = api.get(PATH).header("ETag");
    assertThat(put(List.of(entry("kd", "kunde")), tag).status()).isEqualTo(200);
    var late = put(List.of(entry("kd", "kind")), tag);
    assertThat(late.status()).isEqualTo(412);
    assertThat(late.code()).isEqualTo("precondition_failed");
    assertThat(put(List.of(entry("kd", "kind")), "*").status()).isEqualTo(200);
  }

  private JdbcClient jdbc() {
    return api.bean(JdbcClient.class);
  }

  private static Map<String, Object> entry(String shortForm, String... longForms) {
    return Map.of("short", shortForm, "long", List.of(longForms));
  }

  private Answer put(List<?> entries) {
    return api.call("PUT", PATH, Map.of("abbreviations", entries));
  }

  private Answer put(List<?> entries, String tag) {
    return api.send(
        "PUT",
        PATH,
        Map.of("abbreviations", entries),
        Map.of(
            "Authorization",
            "Bearer " + api.token(),
            "Content-Type",
            "application/json",
            "If-Match",
            tag));
  }

  private Answer get(String tag) {
    return api.send(
        "GET", PATH, null, Map.of("Authorization", "Bearer " + api.token(), "If-None-Match", tag));
  }
}
