package io.gazetteer.api.search.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.terms.ChosenWords;
import io.gazetteer.api.search.terms.ResolvedTerms;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class SearchCursorTest {
  private static final Random RANDOM = new Random(7);

  @Test
  void fitsIntoAUrlHoweverLongTheQueryIs() {
    for (int words : List.of(1, 2, 4, 8, 16, 32)) {
      var typed = IntStream.range(0, words).mapToObj(i -> letters(3 + RANDOM.nextInt(10))).toList();
      var text = String.join(" ", typed);
      var corrected = known(typed).resolve(text.substring(0, Math.min(500, text.length())), true);
      var terms = ResolvedTerms.of(corrected);

      var cursor = new SearchCursor(start(), terms).encode();

      assertThat(cursor.length()).as(words + " words").isLessThanOrEqualTo(6000);
      assertThat(SearchCursor.read(TestCursor.values(cursor)).orElseThrow().terms())
          .isEqualTo(terms);
    }
  }

  /** Each word has derivations of all kinds, far more than a query may have. */
  private static ChosenWords known(List<String> typed) {
    var derived =
        typed.stream()
            .flatMap(
                word ->
                    IntStream.range(0, 200)
                        .boxed()
                        .flatMap(
                            i ->
                                Stream.of(word + letters(9), letters(9) + word, letters(1) + word)))
            .toList();
    return new ChosenWords(
        derived,
        typed.stream().collect(Collectors.toMap(word -> word, word -> words(6), (a, b) -> a)));
  }

  private static List<String> words(int number) {
    return IntStream.range(0, number).mapToObj(i -> letters(12)).toList();
  }

  private static PageStart start() {
    var pointInTime = new byte[SearchCursor.LONGEST_POINT_IN_TIME / 4 * 3];
    new SecureRandom().nextBytes(pointInTime);
    var nodes = JsonNodeFactory.instance;
    var names =
        Stream.generate(() -> letters(64)).limit(4).<JsonNode>map(nodes::stringNode).toList();
    return new PageStart(
        Widening.SOME_WORDS,
        Base64.getUrlEncoder().encodeToString(pointInTime),
        8_999,
        true,
        Stream.concat(Stream.of(nodes.numberNode(1234567.8)), names.stream()).toList());
  }

  private static String letters(int number) {
    return RANDOM
        .ints(number, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
