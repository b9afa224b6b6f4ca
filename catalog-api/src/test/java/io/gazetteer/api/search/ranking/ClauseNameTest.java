package io.gazetteer.api.search.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.index.Queries;
import io.gazetteer.api.search.ranking.ClauseName.Choice;
import io.gazetteer.api.search.ranking.ClauseName.Claim;
import io.gazetteer.api.search.terms.MatchKind;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClauseNameTest {
  private static final List<String> PIECES =
      List.of(
          "column", "|", "/", "#", "[", "\"", "\\", ",", " ", "é", "🛒", "\n", "\0", "null", "");

  private static final List<MatchKind> HOWS = List.of(MatchKind.values());

  @Test
  void survivesWhateverWordsAreInIt() {
    var random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      var name =
          new ClauseName(
              Stream.generate(() -> new Choice(random.nextInt(40), random.nextInt(16)))
                  .limit(random.nextInt(4))
                  .toList(),
              random.nextInt(90),
              random.nextInt(40),
              text(random),
              random.nextBoolean()
                  ? null
                  : new Claim(text(random), text(random), HOWS.get(random.nextInt(HOWS.size()))));

      assertThat(ClauseName.decode(name.encode())).isEqualTo(name);
    }
  }

  @Test
  void isShort() {
    var name =
        new ClauseName(
            List.of(), 3, 7, "", new Claim("phone", Claim.COLUMNS, MatchKind.ABBREVIATION));

    assertThat(name.encode()).isEqualTo("[[],3,7,\"\",[\"phone\",\"columns\",\"ABBREVIATION\"]]");
  }

  @Test
  void differsForEveryClauseOfAQuery() {
    var naming = Naming.of(true);
    var names =
        Stream.of(naming, naming.alternative(0, 0), naming.alternative(0, 1))
            .flatMap(
                place ->
                    Stream.of(
                        new Clauses(place, "it").add(Queries.all(), 1, "is").best(),
                        new Clauses(place, "it").add(Queries.all(), 1, "is").best()))
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
