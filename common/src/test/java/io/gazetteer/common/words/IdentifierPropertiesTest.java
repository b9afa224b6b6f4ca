package io.gazetteer.common.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every text. Run with {@code -Dseed=...} to repeat a failure. */
class IdentifierPropertiesTest {

  private static final int TEXTS = 150_000;

  private final IdentifierAnalyzer analyzer = IdentifierAnalyzer.standard();
  private final long seed = Long.getLong("seed", System.nanoTime());

  IdentifierPropertiesTest() {
    System.out.println("IdentifierPropertiesTest: seed " + seed);
  }

  @Test
  void holdForRandomTexts() {
    var texts = new SampleTexts(seed);
    for (int i = 0; i < TEXTS; i++) {
      check(texts.next());
    }
  }

  @Test
  void holdForEveryCharacterAlone() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      check(Character.toString(c));
    }
  }

  @Test
  void holdForEveryCharacterBetweenLetters() {
    for (int c = 0; c <= 0x1FFFF; c++) {
      check("Ab" + Character.toString(c) + "cD");
    }
  }

  @Test
  void theWayOfWritingDoesNotMatterForKnownWords() {
    var texts = new SampleTexts(seed);
    for (int i = 0; i < TEXTS; i++) {
      var words = texts.words().stream().filter(IdentifierPropertiesTest::isKnown).toList();
      var snake = analyzer.words(String.join("_", words));
      assertThat(analyzer.words(String.join(" ", words))).isEqualTo(snake);
      assertThat(analyzer.words(camel(words))).isEqualTo(snake);
      assertThat(analyzer.words(String.join("-", words).toUpperCase(Locale.ROOT))).isEqualTo(snake);
    }
  }

  /** A name in one case throughout says nothing by it, and a query is typed in small letters. */
  @Test
  void oneCaseIsAsGoodAsTheOther() {
    var texts = new SampleTexts(seed);
    for (int i = 0; i < TEXTS / 5; i++) {
      var name = String.join(i % 2 == 0 ? "" : "_", texts.words());
      assertThat(analyzer.words(name.toUpperCase(Locale.ROOT)))
          .as(name)
          .isEqualTo(analyzer.words(name));
    }
  }

  @Test
  void accentsDoNotMatterHoweverTheyAreWritten() {
    var texts = new SampleTexts(seed);
    for (int i = 0; i < TEXTS / 5; i++) {
      var name = String.join(i % 2 == 0 ? "" : "_", texts.words());
      var accented = name.replaceAll("[aeou]", "$0\u0301");
      assertThat(analyzer.words(accented)).as(name).isEqualTo(analyzer.words(name));
      assertThat(analyzer.words(Normalizer.normalize(accented, Normalizer.Form.NFC)))
          .as(name)
          .isEqualTo(analyzer.words(name));
    }
  }

  /** What stands in the index is found by any of its words alone, typed as they stand there. */
  @Test
  void aWordOfTheIndexIsTheSameWordInAQuery() {
    var texts = new SampleTexts(seed);
    for (int i = 0; i < TEXTS / 5; i++) {
      for (var word : analyzer.analyze(String.join("", texts.words()))) {
        assertThat(analyzer.words(word.text())).isEqualTo(word.text());
      }
    }
  }

  private static boolean isKnown(String word) {
    return word.length() > 1 && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static String camel(List<String> words) {
    return words.stream()
        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
        .collect(Collectors.joining());
  }

  private void check(String text) {
    var words = analyzer.analyze(text);
    int end = 0;
    for (var word : words) {
      check(text, word, end);
      end = word.end();
    }
    var stored = analyzer.words(text);
    if (!analyzer.words(stored).equals(stored)) {
      assertThat(analyzer.words(stored)).as(escaped(text)).isEqualTo(stored);
    }
    checkNormalForm(text);
  }

  private static void check(String text, Word word, int previousEnd) {
    boolean sound =
        word.start() >= previousEnd
            && word.end() >= word.start()
            && word.end() <= text.length()
            && !word.text().isEmpty()
            && word.text().length() <= IdentifierAnalyzer.MAX_WORD_LENGTH
            && word.text().chars().noneMatch(c -> Character.isWhitespace(c) || c == 0xA0);
    if (!sound) {
      throw new AssertionError(word + " in " + escaped(text));
    }
  }

  private void checkNormalForm(String text) {
    var normal = analyzer.normalize(text);
    if (!analyzer.normalize(normal).equals(normal)) {
      assertThat(analyzer.normalize(normal)).as(escaped(text)).isEqualTo(normal);
    }
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.joining(" "));
  }
}
