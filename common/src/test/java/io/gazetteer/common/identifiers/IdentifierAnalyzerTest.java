package io.gazetteer.common.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierAnalyzerTest {
  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();

  @ParameterizedTest
  @CsvSource({
    "customer_email_address, customer email address",
    "CustomerEmailAddress, customer email address",
    "customerEmailAddress, customer email address",
    "CUSTOMER-EMAIL, customer email",
    "customer.email, customer email",
    "'  customer  email ', customer email",
    "SalesRegion, sale region",
    "HTTPServerID, http server id",
    "XMLHttpRequest2, xml http request 2",
    "userIDs, user id",
    "getURLs, get url",
    "iPhone, i phone",
    "address2, address 2",
    "q1_2024, q 1 2024",
    "md5hash, md 5 hash",
    "x509, x 509",
    "__v, v",
    "CUSTEMAIL, cust email",
    "orderid, order id",
    "ORDERID, order id",
    "lastupdatedby, last updated by",
    "custaddr, cust addr",
    "createdat, created at",
    "firstname, first name",
    "phonenumber, phone number",
    "isactive, is active",
    "zipcode, zip code",
    "emailaddr, email addr",
    "productname, product name",
    "invoicetotal, invoice total",
    "userid, user id",
    "lastlogin, last login",
    "ordernumbers, order number",
    "orderdate, order date",
    "dateofbirth, date of birth",
    "custno, cust no",
    "unitprice, unit price",
    "Straße, strasse",
    "naïve_ключ, naive ключ",
    "Größe, grosse",
    "ﬁle_name, file name",
    "ＦＵＬＬ, full",
    "Москва_Адрес, москва адрес",
  })
  void findsTheWordsOfAName(String identifier, String words) {
    assertThat(analyzer.words(identifier)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "person",
        "island",
        "therapist",
        "together",
        "notable",
        "category",
        "timestamp",
        "database",
        "carpet",
        "assign",
        "business",
        "candidate",
        "mandate",
        "update",
        "notation",
        "description",
        "relation",
        "organization",
        "international",
        "postal",
        "metadata",
        "candy",
        "password",
        "calendar",
        "discount",
        "account",
        "country",
        "payment",
        "storage",
        "usage",
        "passport",
        "report",
        "percentage",
        "format",
        "transport",
        "deadline",
        "message",
        "history",
        "catalog",
        "kubernetes",
        "elasticsearch",
        "status",
        "address",
        "analysis",
        "series",
        "product"
      })
  void leavesOneWordWhole(String word) {
    assertThat(analyzer.words(word)).isEqualTo(word);
  }

  @ParameterizedTest
  @CsvSource({
    "addresses, address",
    "statuses, status",
    "boxes, box",
    "categories, category",
    "movies, movie",
    "children, child",
    "people, person",
    "indices, index",
    "analyses, analysis",
    "cases, case",
    "sizes, size",
    "buses, bus",
    "companies, company",
    "is, is",
    "has, has",
    "gps, gps",
    "data, data",
    "class, class",
    "classes, class",
    "batches, batch",
  })
  void foldsPlurals(String plural, String singular) {
    assertThat(analyzer.normalize(plural)).isEqualTo(singular);
    assertThat(analyzer.normalize(singular)).isEqualTo(singular);
  }

  @Test
  void saysWhereEachWordStands() {
    assertThat(analyzer.analyze("CustomerEmailAddress"))
        .containsExactly(
            new Word("customer", 0, 8), new Word("email", 8, 13), new Word("address", 13, 20));
    assertThat(analyzer.analyze("\"LASTUPDATEDBY\""))
        .containsExactly(
            new Word("last", 1, 5), new Word("updated", 5, 12), new Word("by", 12, 14));
    assertThat(analyzer.analyze("people_addresses"))
        .containsExactly(new Word("person", 0, 6), new Word("address", 7, 16));
    assertThat(analyzer.analyze("Straßen_id"))
        .containsExactly(new Word("strassen", 0, 7), new Word("id", 8, 10));
  }

  @Test
  void takesEachIdeographAsAWord() {
    assertThat(analyzer.words("価格表")).isEqualTo("価 格 表");
  }

  @Test
  void findsIdentifiersInProse() {
    assertThat(analyzer.textWords("Where invoices go; see cust_id (\"né\")."))
        .isEqualTo("where invoice go see cust id ne");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "🛒", "__", "\"\"", "\uD800", "e\u0301\u0301", "\u0301"})
  void takesAnything(String odd) {
    assertThat(analyzer.analyze(odd)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void cutsWhatIsEndless() {
    assertThat(analyzer.analyze("a ".repeat(500_000))).hasSize(1_000);
    List<Word> words = analyzer.analyze("x".repeat(1_000_000));
    assertThat(words).hasSize(1);
    assertThat(words.getFirst().text()).hasSize(255);
  }
}
