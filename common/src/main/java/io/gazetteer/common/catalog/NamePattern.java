package io.gazetteer.common.catalog;

import java.util.Arrays;
import java.util.Locale;

/**
 * Matches names: {@code *} stands for any characters, {@code ?} for one, which may be an emoji;
 * upper and lower case are the same. Matching takes at most the product of both lengths, whatever
 * the pattern, which a regular expression does not promise.
 */
public record NamePattern(String text) {
  public NamePattern(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
  }

  public boolean matches(String name) {
    var pattern = text.codePoints().toArray();
    var folded = name.toLowerCase(Locale.ROOT).codePoints().toArray();
    int inText = 0;
    int inName = 0;
    int star = -1;
    int afterStar = 0;
    while (inName < folded.length) {
      if (inText < pattern.length && pattern[inText] == '*') {
        star = inText++;
        afterStar = inName;
      } else if (inText < pattern.length && fits(pattern[inText], folded[inName])) {
        inText++;
        inName++;
      } else if (star >= 0) {
        // Only the last star needs to give way: what the earlier ones took was enough.
        inText = star + 1;
        inName = ++afterStar;
      } else {
        return false;
      }
    }
    return Arrays.stream(pattern, inText, pattern.length).allMatch(rest -> rest == '*');
  }

  private static boolean fits(int pattern, int character) {
    return pattern == '?' || pattern == character;
  }
}
