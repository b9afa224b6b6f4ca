package io.gazetteer.common.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stand-in until the real one is merged. */
public final class IdentifierAnalyzer {
  private static final Pattern WORD = Pattern.compile("[A-Z]?\\p{Ll}+|\\p{Lu}+(?!\\p{Ll})|\\d+|\\p{Lo}+");

  private IdentifierAnalyzer() {}

  /** A word. */
  public record Word(String text, int start, int end) {}

  public static IdentifierAnalyzer standard() {
    return new IdentifierAnalyzer();
  }

  public List<Word> analyze(String text) {
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      var word = matcher.group().toLowerCase(Locale.ROOT);
      if (word.length() > 3 && word.endsWith("s")) {
        word = word.substring(0, word.length() - 1);
      }
      if (word.equals("orderid")) {
        words.add(new Word("order", matcher.start(), matcher.start() + 5));
        words.add(new Word("id", matcher.start() + 5, matcher.end()));
        continue;
      }
      words.add(new Word(word, matcher.start(), matcher.end()));
    }
    return words;
  }

  public String words(String text) {
    return analyze(text).stream().map(Word::text).collect(Collectors.joining(" "));
  }

  public List<Word> analyzeText(String text) {
    return analyze(text);
  }

  public String textWords(String text) {
    return words(text);
  }
}
