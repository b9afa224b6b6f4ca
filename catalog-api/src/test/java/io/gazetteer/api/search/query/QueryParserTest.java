package io.gazetteer.api.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.api.search.query.Query.And;
import io.gazetteer.api.search.query.Query.Field;
import io.gazetteer.api.search.query.Query.Not;
import io.gazetteer.api.search.query.Query.Or;
import io.gazetteer.api.search.query.Query.Pattern;
import io.gazetteer.api.search.query.Query.Phrase;
import io.gazetteer.api.search.query.Query.Qualifier;
import io.gazetteer.api.search.query.Query.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  @Test
  void countsTheWordsThatNamesAreMadeOf() {
    var name = "aa_bb_cc_dd_ee_ff_gg_hh_jj_kk_ll_mm_nn_oo_pp_qq";

    assertThat(QueryParser.parse(name + " " + name)).isInstanceOf(Query.And.class);
    assertThatThrownBy(() -> QueryParser.parse(name + " " + name.substring(3) + " rr ss"))
        .isInstanceOfSatisfying(
            QueryMistakeException.class,
            mistake -> assertThat(mistake.position()).isEqualTo(2 * name.length() - 3 + 5));
  }

  @Test
  void readsWordsThatAllShouldMatch() {
    assertThat(parse(" customer  email ")).isEqualTo(and(word("customer"), word("email")));
    assertThat(parse("CustomerEmail")).isEqualTo(word("CustomerEmail"));
  }

  @Test
  void bindsBlanksMoreTightlyThanOr() {
    assertThat(parse("a b OR c")).isEqualTo(new Or(List.of(and(word("a"), word("b")), word("c"))));
    assertThat(parse("a (b OR c)"))
        .isEqualTo(and(word("a"), new Or(List.of(word("b"), word("c")))));
    assertThat(parse("a or b")).isEqualTo(and(word("a"), word("or"), word("b")));
    assertThat(parse("ORDER")).isEqualTo(word("ORDER"));
  }

  @Test
  void excludesWhatFollowsAMinusAndKeepsThoseInsideOfWords() {
    assertThat(parse("order -line")).isEqualTo(and(word("order"), new Not(word("line"))));
    assertThat(parse("-(a b)")).isEqualTo(new Not(and(word("a"), word("b"))));
    assertThat(parse("-\"a b\"")).isEqualTo(new Not(new Phrase("a b")));
    assertThat(parse("customer-email - x"))
        .isEqualTo(and(word("customer-email"), word("-"), word("x")));
  }

  @Test
  void readsPhrasesAndPatterns() {
    assertThat(parse("\"date of birth\" cust**_i?"))
        .isEqualTo(and(new Phrase("date of birth"), new Pattern("cust*_i?")));
    assertThat(parse("5\"")).isEqualTo(word("5\""));
  }

  @Test
  void readsQualifiersWithSeveralAndQuotedValues() {
    assertThat(parse("schema:sales,\"old sales\" TABLE:ord* is:PK"))
        .isEqualTo(
            and(
                new Qualifier(Field.SCHEMA, List.of("sales", "old sales")),
                new Qualifier(Field.TABLE, List.of("ord*")),
                new Qualifier(Field.IS, List.of("pk"))));
    assertThat(parse("type:numeric(12,2)"))
        .isEqualTo(new Qualifier(Field.TYPE, List.of("numeric(12,2)")));
    assertThat(parse("(db:shop)")).isEqualTo(new Qualifier(Field.DB, List.of("shop")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a::b", "http://example.org", "12:30", "::", ":", "état:x"})
  void takesOtherColonsForPartsOfWords(String text) {
    assertThat(parse(text)).isEqualTo(word(text));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'a \"b', 2, quote",
        "'\"\"', 0, between",
        "'(a', 0, closed",
        "'a)', 1, closes nothing",
        "'()', 1, missing",
        "'a OR', 4, missing",
        "'OR a', 0, missing",
        "'', 0, missing",
        "'a foo:b', 2, no such qualifier",
        "'schema:', 7, needs a value",
        "'schema: x', 7, needs a value",
        "'schema:a,', 9, needs a value",
        "'kind:thing', 5, no such value",
        "'is:huge', 3, no such value",
        "'has:email', 4, no such value",
        "'type:char*', 5, takes no pattern",
        "'AND a', 0, both sides",
        "'a AND', 2, both sides",
        "'a AND OR b', 2, both sides",
        "'(a AND) b', 3, both sides",
        "'order NOT line', 6, excludes nothing",
        "'NOT \"LINE\"', 0, excludes nothing",
        "'NOT is:pk', 0, excludes nothing",
        "'a *', 2, every name",
        "'?a*', 0, every name",
        "'*a*b*c*d*', 0, stars",
        "'table:*', 6, every name",
        "'aa* bb* cc* dd* ee*', 16, patterns",
        "'((((((((((a', 8, nested",
        "'----------a', 8, nested"
      })
  void saysWhereAMistakeIsAndWhatWouldBeRight(String text, int position, String message) {
    var mistake = catchThrowableOfType(QueryMistakeException.class, () -> parse(text));

    assertThat(mistake).hasMessageContaining(message);
    assertThat(mistake.position()).isEqualTo(position);
    assertThat(mistake.hint()).isNotBlank();
  }

  @Test
  void needsNoAndAndTakesNotForAWordAmongCapitals() {
    assertThat(parse("TERMS AND CONDITIONS")).isEqualTo(and(word("TERMS"), word("CONDITIONS")));
    assertThat(parse("a AND -b")).isEqualTo(and(word("a"), new Not(word("b"))));
    assertThat(parse("android and b")).isEqualTo(and(word("android"), word("and"), word("b")));
    assertThat(parse("DO NOT CALL")).isEqualTo(and(word("DO"), word("NOT"), word("CALL")));
    assertThat(parse("NOT")).isEqualTo(word("NOT"));
    assertThat(parse("(a NOT) b").print()).isEqualTo("a (NOT) b");
  }

  @Test
  void namesTheQualifiersThereAre() {
    var mistake = catchThrowableOfType(QueryMistakeException.class, () -> parse("owner:me"));

    assertThat(mistake.hint()).contains("db: schema: table: column: type: kind: is: has:");
  }

  @Test
  void capsTermsAndLength() {
    assertThat(parse("w ".repeat(QueryParser.MOST_TERMS))).isInstanceOf(And.class);
    assertThat(
            catchThrowableOfType(
                QueryMistakeException.class, () -> parse("w ".repeat(QueryParser.MOST_TERMS + 1))))
        .hasMessageContaining("too many words");
    assertThat(catchThrowableOfType(QueryMistakeException.class, () -> parse("x".repeat(501))))
        .hasMessageContaining("too long");
  }

  private static Query parse(String text) {
    return QueryParser.parse(text);
  }

  private static Query word(String text) {
    return new Word(text);
  }

  private static Query and(Query... queries) {
    return new And(List.of(queries));
  }
}
