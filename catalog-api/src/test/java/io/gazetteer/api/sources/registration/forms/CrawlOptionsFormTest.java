package io.gazetteer.api.sources.registration.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.web.input.Bodies;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.RelationFilters;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CrawlOptionsFormTest {
  static Stream<Arguments> wrongValues() {
    return Stream.of(
            wrong("schedule", "schedule", null, 7, "", "hourly", "PT1S", "0 0 30 2 *", "* * *"),
            wrong("time_zone", "time_zone", null, 7, "", "+02:00", "Mars", "europe/berlin", "CEST"),
            wrong("max_connections", "max_connections", 0, 17, -1, "2", 1.5, true, 1L << 40),
            wrong("filters", "filters", 7, "a", List.of(), true),
            wrong(
                "filters.include_tables",
                "filters",
                Map.of("include_tables", "a"),
                Map.of("include_tables", List.of("")),
                Map.of("include_tables", List.of("a", 7)),
                Map.of("include_tables", Arrays.asList("a", null)),
                Map.of("include_tables", List.of("x".repeat(201))),
                Map.of("include_tables", Collections.nCopies(101, "a")),
                Map.of("include_tables", List.of("a\0")),
                Map.of("include_tables", List.of("\ud800"))),
            wrong(
                "filters.exclude_schemas",
                "filters",
                Collections.singletonMap("exclude_schemas", null)),
            wrong("filters.tables", "filters", Map.of("tables", List.of("a"))))
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> wrong(String named, String field, @Nullable Object... values) {
    return Stream.of(values).map(value -> Arguments.of(named, field, value));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void namesTheWrongField(String named, String field, @Nullable Object value) {
    var body = Credentials.any();
    body.put(field, value);
    var registering =
        catchThrowableOfType(Problem.class, () -> DataSourceForm.newDataSource(Bodies.of(body)));
    var changing =
        catchThrowableOfType(Problem.class, () -> change(Collections.singletonMap(field, value)));

    assertThat(Bodies.wrongFields(registering)).containsExactly(named);
    assertThat(Bodies.wrongFields(changing)).containsExactly(named);
  }

  @Test
  void namesAllWrongFieldsAtOnceAndNothingOfTheirValues() {
    var problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                change(
                    Map.of(
                        "port", 0,
                        "schedule", "Canary",
                        "time_zone", "Canary",
                        "max_connections", "Canary",
                        "filters",
                            Map.of("exclude_tables", List.of("Canary\n"), "include_schemas", 7))));

    assertThat(Bodies.wrongFields(problem))
        .containsExactlyInAnyOrder(
            "port",
            "schedule",
            "time_zone",
            "max_connections",
            "filters.exclude_tables",
            "filters.include_schemas");
    assertThat(Bodies.text(problem)).doesNotContain("Canary");
  }

  @Test
  void isDailyWithoutFiltersUnlessSaidOtherwise() {
    assertThat(DataSourceForm.newDataSource(Bodies.of(Credentials.any())).options())
        .isEqualTo(CrawlOptions.DEFAULTS);
  }

  @Test
  void takesAllFields() {
    var body = Credentials.any();
    body.put("schedule", "0 3  * * 1-5");
    body.put("time_zone", "America/Argentina/Buenos_Aires");
    body.put(
        "filters",
        Map.of("include_schemas", List.of("sales_*", "Ünï"), "exclude_tables", List.of()));
    body.put("max_connections", 16);

    assertThat(DataSourceForm.newDataSource(Bodies.of(body)).options())
        .isEqualTo(
            new CrawlOptions(
                "0 3 * * 1-5",
                "America/Argentina/Buenos_Aires",
                new RelationFilters(List.of("sales_*", "Ünï"), null, null, null),
                16));
  }

  @Test
  void leavesAloneWhatAChangeDoesNotName() {
    var before =
        new CrawlOptions(
            "PT1H", "Asia/Tokyo", new RelationFilters(List.of("a"), null, null, null), 3);

    assertThat(applied(Map.of(), before)).isEqualTo(before);
    assertThat(applied(Map.of("schedule", "off"), before))
        .isEqualTo(new CrawlOptions("off", "Asia/Tokyo", before.filters(), 3));
  }

  @Test
  void takesNullForNoFiltersAndTheUsualConnections() {
    var before =
        new CrawlOptions("PT1H", "UTC", new RelationFilters(List.of("a"), null, null, null), 3);
    var nulls = new HashMap<String, @Nullable Object>();
    nulls.put("filters", null);
    nulls.put("max_connections", null);

    assertThat(applied(nulls, before))
        .isEqualTo(new CrawlOptions("PT1H", "UTC", RelationFilters.NONE, null));
  }

  private static CrawlOptions applied(Map<String, @Nullable Object> body, CrawlOptions before) {
    return change(body).options().applyTo(before);
  }

  private static DataSourceChange change(Map<String, @Nullable Object> body) {
    return DataSourceForm.change(Bodies.of(body), DatabaseKind.POSTGRESQL, TlsSettings.DEFAULTS);
  }
}
