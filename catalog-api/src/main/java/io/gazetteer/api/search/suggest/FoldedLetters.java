package io.gazetteer.api.search.suggest;

import io.gazetteer.api.search.hits.Span;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.List;

/**
 * The letters and digits of a text, folded. People who type a name care for no others: {@code
 * Customer_É-Mail} is customeremail.
 *
 * @param places for each letter, where the character stands in the text that it comes from
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

  /** Whether the text goes on with these letters from an offset, whatever signs are between. */
  boolean goOn(int offset, String letters) {
    return text.startsWith(letters, index(offset));
  }

  /** Where in the text a number of letters end that begin at an offset. */
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
