package io.gazetteer.api.search.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every answer is that of a search through all words, one by one. */
class VocabularyPropertiesTest {
  private static final int ROUNDS = 300;
  private static final int MOST = 7;
  private final Random random = new Random(4);

  @Test
  void answersAsALookAtEachWordDoes() {
    for (int round = 0; round < ROUNDS; round++) {
      // Few letters make many neighbours; all of them make odd ones.
      String letters = round % 3 == 0 ? "abcdefgh0é日" : "abc";
      var words = words(letters);
      var vocabulary = Vocabulary.of(words);
      for (int i = 0; i < 20; i++) {
        var word = i % 2 == 0 ? words.get(random.nextInt(words.size())) : word(letters);
        assertThat(vocabulary.contains(word)).isEqualTo(words.contains(word));
        assertThat(vocabulary.near(word, MOST)).isEqualTo(near(words, word));
        var part = word.substring(0, Math.min(word.length(), 1 + random.nextInt(3)));
        assertThat(vocabulary.beginning(part, MOST)).isEqualTo(beginning(words, part));
        assertThat(vocabulary.containing(part, MOST)).isEqualTo(containing(words, part));
      }
    }
  }

  private List<String> words(String letters) {
    var words = new LinkedHashSet<String>();
    int count = 1 + random.nextInt(400);
    for (int i = 0; i < count; i++) {
      words.add(word(letters));
    }
    return new ArrayList<>(words);
  }

  private String word(String letters) {
    var word = new StringBuilder();
    int length = 1 + random.nextInt(11);
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private static List<String> beginning(List<String> words, String prefix) {
    return words.stream().filter(word -> word.startsWith(prefix)).limit(MOST).toList();
  }

  private static List<String> containing(List<String> words, String part) {
    return words.stream()
        .filter(word -> word.indexOf(part, 1) > 0 && !word.startsWith(part))
        .limit(MOST)
        .toList();
  }

  private static List<String> near(List<String> words, String word) {
    int slips = Neighbours.slips(word);
    return words.stream()
        .filter(other -> distance(word, other) > 0 && distance(word, other) <= slips)
        .sorted(
            Comparator.<String>comparingInt(other -> distance(word, other))
                .thenComparing(other -> other.charAt(0) != word.charAt(0)))
        .limit(MOST)
        .toList();
  }

  /** The textbook's whole matrix. */
  private static int distance(String a, String b) {
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + change, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
