package io.gazetteer.api.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.ranking.ClauseName.Alternative;
import io.gazetteer.api.search.ranking.ClauseName.MatchingWord;
import io.gazetteer.api.search.terms.MatchKind;
import io.gazetteer.common.index.Queries;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClauseNameTest {
  private static final List<String> PIECES =
      List.of(
          "column", "|", "/", "#", "[", "\"", "\\", ",", " ", "é", "🛒", "\n", "\0", "null", "");

  private static final List<MatchKind> KINDS = List.of(MatchKind.values());

  @Test
  void survivesWhateverWordsAreInIt() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var name =
          new ClauseName(
              Stream.generate(() -> new Alternative(random.nextInt(40), random.nextInt(16)))
                  .limit(random.nextInt(4))
                  .toList(),
              random.nextInt(90),
              random.nextInt(40),
              text(random),
              random.nextBoolean()
                  ? null
                  : new MatchingWord(
                      text(random), text(random), KINDS.get(random.nextInt(KINDS.size()))));

      assertThat(ClauseName.decode(name.encode())).isEqualTo(name);
    }
  }

  @Test
  void isShort() {
    var name =
        new ClauseName(
            List.of(), 3, 7, "", new MatchingWord("phone", "columns", MatchKind.ABBREVIATION));

    assertThat(name.encode()).isEqualTo("[[],3,7,\"\",[\"phone\",\"columns\",\"ABBREVIATION\"]]");
  }

  @Test
  void differsForEveryClauseOfAQuery() {
    var named = NamedClauses.of(true);
    var names =
        Stream.of(named, named.alternative(0, 0), named.alternative(0, 1))
            .flatMap(
                place ->
                    Stream.of(
                        place.about("it").add(Queries.all(), 1, "is").best(),
                        place.about("it").add(Queries.all(), 1, "is").best()))
            .map(clause -> clause.at("/constant_score/_name").asString())
            .toList();

    assertThat(names).hasSize(6).doesNotHaveDuplicates();
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
