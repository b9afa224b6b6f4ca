package io.gazetteer.api.schema;

import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupIT {
  private static final TestApi API = TestApi.shared();
  private static final int TENANTS = 23;

  @BeforeAll
  static void index() {
    var relations =
        new ArrayList<>(
            List.of(
                table("sales", "Orders", "id"),
                table("sales", "orders", "id"),
                table("Sales", "ORDERS", "id"),
                table("hr", "people", "id"),
                table("x", "hr.people", "id"),
                table("a.b", "c", "id"),
                table("a", "b.c", "id"),
                table("ключи", "Straße", "id"),
                table("GRÖSSE", "maße", "id"),
                table("sales", "trio", "id"),
                table("Sales", "trio", "id"),
                table("SALES", "trio", "id"),
                table("Sales", "Solo", "id")));
    for (int tenant = 0; tenant < TENANTS; tenant++) {
      relations.add(table("tenant_%02d".formatted(tenant), "account", "id"));
    }
    relations.add(table("tenant_99", "ACCOUNT", "id"));
    new TestIndex(API).write(new RegisteredDataSources(API).crawled("lookup"), relations);
  }

  @ParameterizedTest
  @CsvSource({
    "orders, sales|orders",
    "Orders, sales|Orders",
    "ORDERS, Sales|ORDERS",
    "oRDERS, Sales|ORDERS + sales|Orders + sales|orders",
    "sales.Orders, sales|Orders",
    "Sales.orders, Sales|ORDERS",
    "sales.ORDERS, sales|Orders + sales|orders",
    "SALES.ORDERS, Sales|ORDERS + sales|Orders + sales|orders",
    "hr.people, x|hr.people",
    "HR.People, x|hr.people",
    "x.hr.people, x|hr.people",
    "X.HR.PEOPLE, x|hr.people",
    "a.b.c, a|b.c + a.b|c",
    "ключи.straße, ключи|Straße",
    "КЛЮЧИ.STRAßE, ключи|Straße",
    "SALES.trio, SALES|trio",
    "sALES.TRIO, SALES|trio + Sales|trio + sales|trio",
  })
  void findsTheBestMatchOnly(String name, String expected) {
    assertThat(tables(lookUp(name, ""))).containsExactly(expected.split(" \\+ "));
  }

  @ParameterizedTest
  @CsvSource({
    "sales, trio, sales|trio",
    "Sales, trio, Sales|trio",
    "SALES, trio, SALES|trio",
    "SALES, TRIO, SALES|trio",
    "sALES, trio, SALES|trio + Sales|trio + sales|trio",
    "sales, ORDERS, sales|Orders + sales|orders",
    "SALES, ORDERS, Sales|ORDERS + sales|Orders + sales|orders",
    "sales, solo, Sales|Solo",
    "Sales, Solo, Sales|Solo",
    "HR, people, hr|people",
    "HR, PEOPLE, hr|people",
    "КЛЮЧИ, straße, ключи|Straße",
    "Ключи, Straße, ключи|Straße",
    "A.B, c, a.b|c",
    "größe, maße, GRÖSSE|maße",
    "Grösse, maße, GRÖSSE|maße",
  })
  void takesASchemaExactlyAndElseInAnyCase(String schema, String name, String expected) {
    var named = "&schema=" + URLEncoder.encode(schema, StandardCharsets.UTF_8);

    assertThat(tables(lookUp(name, named))).containsExactly(expected.split(" \\+ "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"sale", "salesx", "s.les", "?????", "ключ", "ключ.", "(ключи)", "ключи|x"})
  void takesNoOtherSchemaForTheOneThatIsNamed(String schema) {
    var named = "&schema=" + URLEncoder.encode(schema, StandardCharsets.UTF_8);

    assertThat(lookUp("trio", named).code()).isEqualTo("table_not_found");
    assertThat(lookUp("straße", named).code()).isEqualTo("table_not_found");
    assertThat(lookUp("x", named + "%D0%B6".repeat(600)).code()).isEqualTo("table_not_found");
  }

  @Test
  void looksIntoOneSchemaWhenItIsNamed() {
    assertThat(tables(lookUp("ORDERS", "&schema=sales")))
        .containsExactly("sales|Orders", "sales|orders");
    assertThat(tables(lookUp("hr.people", "&schema=x"))).containsExactly("x|hr.people");
    assertThat(lookUp("x.hr.people", "&schema=x").code()).isEqualTo("table_not_found");
  }

  @Test
  void goesOnToTheLastSchemaThatHasIt() {
    assertThat(tables(lookUp("account", ""))).hasSize(TENANTS).isSorted().doesNotHaveDuplicates();
    assertThat(tables(lookUp("Account", ""))).hasSize(TENANTS + 1).isSorted();
  }

  @Test
  void findsNothingInOtherWords() {
    for (String name :
        List.of("order", "sales.", ".", "sales.x", "*", "o?ders", ".".repeat(3000))) {
      assertThat(lookUp(name, "").code()).as(name).isEqualTo("table_not_found");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/search-table/?db_name=lookup&table_name=%00, table_name",
    "/api/search-table/?db_name=lookup&table_name=x&schema=%00, schema",
    "/api/search-table/?db_name=%00&table_name=x, db_name",
    "/api/db-schema/?db_name=%00, db_name",
    "/api/db-schema/?db_name=a%00b, db_name",
    "/api/db-schema/?db_name=lookup&hostname=%00, hostname",
    "/api/db-schema/?db_name=lookup&schema=%00, schema",
    "/api/db-schema/?db_name=lookup&id=%00, id",
    "/api/db-schema/?db_name=lookup&limit=%00, limit",
    "/api/db-schema/?db_name=lookup&cursor=%00, cursor",
    "/api/search/?q=x&db_name=%00, db_name",
    "/api/search/?q=x&schema=%00, schema",
    "/api/search/?q=x&kind=%00, kind",
    "/api/db-credentials/?cursor=%00, cursor",
    "/api/dead-letters?topic=%00, topic",
  })
  void refusesANullCharacter(String path, String parameter) {
    var answer = API.get(path);

    assertThat(answer.status()).as(answer::toString).isEqualTo(400);
    assertThat(answer.wrongFields()).containsExactly(parameter);
  }

  private static Answer lookUp(String name, String more) {
    return API.get(
        "/api/search-table/?db_name=lookup&table_name="
            + URLEncoder.encode(name, StandardCharsets.UTF_8)
            + more);
  }

  private static List<String> tables(Answer answer) {
    assertThat(answer.status()).as(answer::toString).isEqualTo(200);
    return answer
        .json()
        .path("tables")
        .valueStream()
        .map(table -> table.path("schema").asString() + "|" + table.path("name").asString())
        .toList();
  }
}
