package io.gazetteer.api.search.hits;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.ranking.NamedClauses;
import io.gazetteer.api.search.ranking.RankedQuery;
import io.gazetteer.api.search.ranking.SearchedField;
import io.gazetteer.api.search.ranking.WantedWords;
import io.gazetteer.api.search.terms.Derivation;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.api.search.terms.QueryTerm;
import io.gazetteer.api.search.terms.ResolvedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A hit says that a field has a derivation just when the index was asked for it there. */
class AskedFieldsTest {
  private static final List<SearchedField> SHOWN =
      List.of(
          SearchedField.NAME,
          SearchedField.TABLE,
          SearchedField.PARENT,
          SearchedField.COMMENT,
          SearchedField.SCHEMA);

  @ParameterizedTest
  @EnumSource(names = {"ABBREVIATION", "PREFIX", "TYPO", "SUBSTRING"})
  void saysWhereAWordIsLookedFor(MatchKind kind) {
    var term = term(kind, List.of("customer"));

    for (SearchedField field : SHOWN) {
      assertThat(FieldWords.of(field, "customer").kind(term).isPresent())
          .as(field + " " + kind)
          .isEqualTo(isAsked(term, field, "customer"));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"ABBREVIATION", "TYPO"})
  void saysWhereSeveralWordsAreLookedForTogether(MatchKind kind) {
    var term = term(kind, List.of("birth", "date"));

    for (SearchedField field : SHOWN) {
      assertThat(FieldWords.of(field, "birth date").kind(term).isPresent())
          .as(field + " " + kind)
          .isEqualTo(isAsked(term, field, "date"));
    }
  }

  private static QueryTerm term(MatchKind kind, List<String> words) {
    var prefix = kind == MatchKind.PREFIX ? "cust" : "";
    return new QueryTerm("cust", prefix, false, List.of(new Derivation(kind, words)), List.of());
  }

  /** Words of a name are also found by the prefix, whatever words are known. */
  private static boolean isAsked(QueryTerm term, SearchedField field, String word) {
    var words = new ResolvedQuery.Words(term.text(), List.of(term));
    var clauses =
        new RankedQuery(
                new WantedWords(WantedWords.Least.ALL, Set.of()), false, NamedClauses.of(false))
            .build(words)
            .at("/bool/must/0/dis_max/queries");
    var asked = '"' + field.name().toLowerCase(Locale.ROOT) + "_words\"";
    return clauses
        .valueStream()
        .map(clause -> clause.at("/constant_score/filter"))
        .anyMatch(
            filter ->
                filter.toString().contains(asked)
                    && (filter.has("prefix") || filter.toString().contains('"' + word + '"')));
  }
}
