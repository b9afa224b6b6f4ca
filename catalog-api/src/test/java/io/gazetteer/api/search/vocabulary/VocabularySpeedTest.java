package io.gazetteer.api.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The floors are generous: what they catch is a search through everything, one by one. */
class VocabularySpeedTest {
  private static final int WORDS = 100_000;
  private static final List<String> SYLLABLES =
      List.of(
          "cus", "to", "mer", "ad", "dress", "in", "voi", "ce", "or", "der", "pay", "ment", "ship",
          "pro", "duct", "line", "item", "ac", "count", "re", "gion", "con", "tract", "per", "son",
          "em", "ploy", "ee", "de", "part", "sta", "tus", "ty", "pe", "num", "ber", "ra", "te");

  @Test
  void answersInLessThanAMillisecond() {
    var random = new Random(1);
    var words = new LinkedHashSet<String>();
    while (words.size() < WORDS) {
      words.add(word(random));
    }
    var list = List.copyOf(words);
    long before = used();
    var vocabulary = Vocabulary.of(list);
    long bytes = (used() - before) / WORDS;
    var near = micros(random, vocabulary::near);
    var containing =
        micros(random, (word, most) -> vocabulary.containing(word.substring(1, 4), most));
    var beginning =
        micros(random, (word, most) -> vocabulary.beginning(word.substring(0, 2), most));

    System.out.printf(
        "%d words, %d more bytes each than the list; near %d us, containing %d us, beginning %d us%n",
        WORDS, bytes, near, containing, beginning);
    assertThat(near).isLessThan(5_000);
    assertThat(containing).isLessThan(1_000);
    assertThat(beginning).isLessThan(1_000);
  }

  private interface Lookup {
    List<String> find(String word, int most);
  }

  /** The median. */
  private static long micros(Random random, Lookup lookup) {
    var times = new long[2_000];
    for (int i = 0; i < times.length; i++) {
      var word = word(random);
      long start = System.nanoTime();
      lookup.find(word, 20);
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[times.length / 2] / 1_000;
  }

  private static String word(Random random) {
    var word = new StringBuilder();
    int parts = 2 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return word.toString();
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
