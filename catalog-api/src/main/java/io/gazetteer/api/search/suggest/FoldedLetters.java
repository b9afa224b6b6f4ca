package io.gazetteer.api.search.suggest;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.List;

/**
 * The letters and digits of a text, folded: what people compare who type a name. {@code
 * Customer_É-Mail} is customeremail.
 *
 * @param places for each letter that of the character it comes from
 */
record FoldedLetters(String text, List<Span> places) {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  static FoldedLetters of(String text) {
    var letters = new StringBuilder();
    var places = new ArrayList<Span>();
    for (int at = 0; at < text.length(); ) {
      int next = at + Character.charCount(text.codePointAt(at));
      ANALYZER
          .fold(text.substring(at, next))
          .codePoints()
          .filter(Character::isLetterOrDigit)
          .forEach(letters::appendCodePoint);
      var place = new Span(at, next);
      while (places.size() < letters.length()) {
        places.add(place);
      }
      at = next;
    }
    return new FoldedLetters(letters.toString(), places);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  int count() {
    return text.length();
  }

  boolean beginWith(FoldedLetters others) {
    return text.startsWith(others.text);
  }

  /** Whether these stand at an offset of the original and behind it, whatever signs are between. */
  boolean goOn(int offset, String letters) {
    return text.startsWith(letters, index(offset));
  }

  /** Where so many letters from an offset of the original on end in it. */
  int end(int offset, int count) {
    return places.get(index(offset) + count - 1).end();
  }

  private int index(int offset) {
    int index = 0;
    while (index < places.size() && places.get(index).start() < offset) {
      index++;
    }
    return index;
  }
}
