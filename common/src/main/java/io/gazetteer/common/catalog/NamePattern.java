package io.gazetteer.common.catalog;

import java.util.Locale;

/**
 * A pattern for names: {@code *} stands for any characters, {@code ?} for one; upper and lower case
 * are the same. Matching takes at most the product of both lengths, whatever the pattern, which a
 * regular expression does not promise.
 */
public record NamePattern(String text) {
  public NamePattern(String text) {
    this.text = text.toLowerCase(Locale.ROOT);
  }

  public boolean matches(String name) {
    var folded = name.toLowerCase(Locale.ROOT);
    int inText = 0;
    int inName = 0;
    int star = -1;
    int afterStar = 0;
    while (inName < folded.length()) {
      if (inText < text.length() && text.charAt(inText) == '*') {
        star = inText++;
        afterStar = inName;
      } else if (inText < text.length() && fits(text.charAt(inText), folded.charAt(inName))) {
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
    return text.substring(inText).chars().allMatch(rest -> rest == '*');
  }

  private static boolean fits(char pattern, char character) {
    return pattern == '?' || pattern == character;
  }
}
