package io.gazetteer.api.search;

import static io.gazetteer.api.testing.Relations.as;
import static io.gazetteer.api.testing.Relations.commented;
import static io.gazetteer.api.testing.Relations.keyed;
import static io.gazetteer.api.testing.Relations.referring;
import static io.gazetteer.api.testing.Relations.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.search.vocabulary.Vocabulary;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.testing.TestIndex;
import io.gazetteer.common.events.CrawlFinished;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.relation.RelationKind;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * What people expect to stand first, for each kind of search that once was answered badly. All
 * cases were written down before the code was changed.
 */
class JudgedKindsIT {
  private static final TestApi API = TestApi.shared();
  private static final Found FOUND = new Found(API, "judged_kinds");

  @BeforeAll
  static void index() {
    var source = new RegisteredDataSources(API).crawled("judged_kinds");
    new TestIndex(API)
        .write(
            source,
            List.of(
                // A library: snake case.
                keyed("branch_id", table("lib", "branches", "branch_id", "latitude", "longitude")),
                keyed("id", table("lib", "member", "id", "full_name", "email", "blocked_at")),
                keyed("id", table("lib", "loan_items", "id", "shelf_mark")),
                keyed(
                    "loan_item_id",
                    referring(
                        "loan_items",
                        table("lib", "loan_item_fines", "loan_item_id", "fine_amount"))),
                keyed(
                    "branch", referring("branches", table("lib", "branch", "branch", "opened_on"))),
                keyed(
                    "branch_id",
                    referring("branches", table("lib", "branch_hours", "branch_id", "weekday"))),
                keyed(
                    "member",
                    referring("member", table("lib", "member_cards", "member", "valid_until"))),
                referring("member", table("lib", "a_loan", "member", "due_date")),
                table("lib", "editors", "editor_name", "languages"),
                table("lib", "language_names", "language", "native_name"),
                table("lib", "product_master", "product_code", "label"),
                table("lib", "a_stock", "product_code", "amount"),
                table("lib", "all_prices", "product_code", "price"),
                as(RelationKind.VIEW, null, table("lib", "a_member", "email", "full_name")),
                as(
                    RelationKind.MATERIALIZED_VIEW,
                    null,
                    table("lib", "a_mv", "shelf_mark", "fine_amount")),
                // A warehouse: abbreviations, run together.
                keyed("SUPPNO", table("WH", "SUPPMST", "SUPPNO", "SUPPNM", "CRLMT")),
                table("WH", "POHDR", "PONO", "SUPPNO"),
                table("WH", "ARINV", "INVNO", "SUPPNO"),
                keyed("CUST_NO", table("WH", "CUST_MST", "CUST_NO", "CUST_NM", "CR_LIM")),
                keyed(
                    "CUST_NO",
                    referring("CUST_MST", table("WH", "CUST_ADDR", "CUST_NO", "ADDR_SEQ"))),
                referring("CUST_MST", table("WH", "A_ORD", "CUST_NO", "ORD_NO")),
                table("WH", "SHPMT", "SHPMT_ID", "TRKNGNO", "CRRCD"),
                table("WH", "EMP_DPNDNT", "EMP_ID", "RLTNSHP"),
                table("WH", "STKBAL", "ITMNO", "QTYOH", "WRHSCD"),
                // A clinic.
                table("clinic", "dx_codes", "dx_cd", "dx_descr"),
                commented(
                    "clinic",
                    "medications",
                    "What was given",
                    "drug",
                    "route:Route of administration, as ordered"),
                table("clinic", "att_daily", "att_date", "pupil"),
                table("clinic", "absence", "leave_days", "nick"),
                table("kr", "고객주소록", "등록일자"),
                table("clinic", "microbiologyevents", "org_name", "ab_name")));
    API.bean(EventPublisher.class)
        .publish(new CrawlFinished(source, UUID.randomUUID(), 1, "SUCCEEDED"));
    var vocabulary = API.bean(Vocabulary.class);
    await().until(() -> vocabulary.contains("microbiologyevent") || vocabulary.contains("dpndnt"));
  }

  @ParameterizedTest
  @CsvSource({
    "is:pk member, lib.member.id",
    "is:pk loan item, lib.loan_items.id",
    "is:pk loan_items, lib.loan_items.id",
    "is:pk customer, WH.CUST_MST.CUST_NO",
    "is:pk cust, WH.CUST_MST.CUST_NO",
    "is:pk supplier, WH.SUPPMST.SUPPNO",
    "is:pk branches, lib.branches.branch_id",
  })
  void theKeyOfTheTableComesFirst(String text, String first) {
    assertThat(FOUND.names(text)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource({
    "cust no, WH.CUST_MST.CUST_NO",
    "customer number, WH.CUST_MST.CUST_NO",
    "supp no, WH.SUPPMST.SUPPNO",
    "supplier number, WH.SUPPMST.SUPPNO",
    "product code, lib.product_master.product_code",
    "branch id, lib.branches.branch_id",
  })
  void theMastersOwnColumnComesBeforeItsCopies(String text, String first) {
    assertThat(FOUND.names(text)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource({
    "member email, lib.member.email",
    "email, lib.member.email",
    "shelf mark, lib.loan_items.shelf_mark",
    "fine amount, lib.loan_item_fines.fine_amount",
  })
  void whatIsStoredComesBeforeTheViewThatShowsIt(String text, String first) {
    assertThat(FOUND.names(text)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource({
    "languages of editors, lib.editors.languages",
    "latitude and longitude, lib.branches",
    "longitude and latitude of the branches, lib.branches",
    "route of administration, clinic.medications.route",
    "email of the member, lib.member.email",
  })
  void wordsBetweenNamesNeedNotBeThere(String text, String first) {
    assertThat(FOUND.names(text)).startsWith(first);
  }

  @ParameterizedTest
  @CsvSource({
    "tracking number, WH.SHPMT.TRKNGNO",
    "shipment tracking number, WH.SHPMT.TRKNGNO",
    "dependents, WH.EMP_DPNDNT",
    "employee dependents, WH.EMP_DPNDNT",
    "dependent relationship, WH.EMP_DPNDNT.RLTNSHP",
    "diagnosis, clinic.dx_codes",
    "diagnosis code, clinic.dx_codes.dx_cd",
    "warehouse code, WH.STKBAL.WRHSCD",
    "credit limit, WH.CUST_MST.CR_LIM",
    "customer credit limit, WH.CUST_MST.CR_LIM",
    "supplier credit limit, WH.SUPPMST.CRLMT",
  })
  void abbreviationsThatNobodyListedAreFound(String text, String among) {
    assertThat(FOUND.names(text).stream().limit(2)).contains(among);
  }

  @ParameterizedTest
  @CsvSource({
    "attendence, clinic.att_daily",
    "attendance, clinic.att_daily",
    "attendence date, clinic.att_daily.att_date",
    "microbiolgy, clinic.microbiologyevents",
    "microbiology evnts, clinic.microbiologyevents",
    "custmer number, WH.CUST_MST.CUST_NO",
    "suplier number, WH.SUPPMST.SUPPNO",
  })
  void typosOfWhatIsOnlyThereAbbreviated(String text, String among) {
    assertThat(FOUND.names(text).stream().limit(3)).contains(among);
  }

  @ParameterizedTest
  @CsvSource({"주소, kr.고객주소록", "고객, kr.고객주소록", "일자, kr.고객주소록.등록일자"})
  void koreanWordsAreFoundInsideOfOthers(String text, String first) {
    assertThat(FOUND.names(text)).startsWith(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sick leave", "leave lane", "pupil plan", "form drug", "trial member"})
  void realWordsAreNoTypos(String text) {
    assertThat(FOUND.search(text, "").json().path("did_you_mean").isNull())
        .as(text + " " + FOUND.search(text, "").json().path("did_you_mean"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "member qwrtzz",
        "qwrtzz plugghh member",
        "qwrtzz plugghh xyzzyx frobzz member",
        "the member",
        "qwrtzz member schema:lib",
        "qwrtzz OR (plugghh member)",
        "(qwrtzz member) OR plugghh",
        "who has qwrtzz the plugghh of the member?",
        "qwrtzz -plugghh member",
        "is:nullable qwrtzz email",
        "qwrtzz email type:text",
        "qwrtzz fine amount of each xyzzyx",
      })
  void nothingIsEmptyWhileAWordIsKnown(String text) {
    assertThat(FOUND.names(text)).isNotEmpty();
    assertThat(FOUND.search(text, "&kind=column").json().path("hits")).isNotEmpty();
    assertThat(FOUND.search(text, "&mode=question").json().path("hits")).isNotEmpty();
    // A question mark is a pattern there.
    var names = FOUND.search(text.replace("?", ""), "&mode=names");
    assertThat(names.json().path("hits")).isNotEmpty();
  }

  @Test
  void unknownValuesAreSaid() {
    assertThat(notes("member schema:nope"))
        .hasSize(1)
        .allMatch(note -> note.startsWith("no schema is called nope; there are "));
    assertThat(notes("member schema:nope,lib"))
        .hasSize(1)
        .allMatch(note -> note.startsWith("no schema is called nope; there are "));
    assertThat(notes("email type:varcharr")).anyMatch(note -> note.contains("varcharr"));
    assertThat(notes("email type:varcharr,text"))
        .anyMatch(note -> note.startsWith("no column has the type varcharr"));
    assertThat(notes("email column:nope")).containsExactly("no column is called nope");
    assertThat(notes("email table:nope")).containsExactly("no table is called nope");
    assertThat(notes("email OR table:nope")).containsExactly("no table is called nope");
    assertThat(notes("member email -schema:nope")).anyMatch(note -> note.contains("nope"));
    assertThat(notes("member schema:lib")).isEmpty();
    assertThat(notes("email type:text column:email table:member")).isEmpty();
    assertThat(notes("member is:pk")).isEmpty();
  }

  private static List<String> notes(String text) {
    return FOUND
        .search(text, "")
        .json()
        .path("notes")
        .valueStream()
        .map(JsonNode::asString)
        .toList();
  }
}
