package io.gazetteer.api.pages.search;

import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.Reading;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in sentences how a text was read, and what became of its words. */
final class SaidOfText {
  private static final String NAMES = "names";
  private static final String QUESTION = "question";

  /** A text of fewer words is hardly a question. */
  private static final int WORDS_OF_QUESTION = 3;

  private final SearchUrl url;
  private final Links links;

  SaidOfText(SearchUrl url, Links links) {
    this.url = url;
    this.links = links;
  }

  @Nullable Reading reading(SearchAnswer answer) {
    if (answer.mode().equals(QUESTION)) {
      return new Reading(
          "Read as a question: it finds tables.", "Search for its words as names", read(NAMES));
    }
    return url.text().strip().split("\\s+").length < WORDS_OF_QUESTION
        ? null
        : new Reading("Read as names.", "Ask it as a question", read(QUESTION));
  }

  private String read(String mode) {
    return links.to(url.without(SearchUrl.MODE).with(SearchUrl.MODE, mode).path());
  }

  List<String> notes(SearchAnswer answer) {
    var notes = new ArrayList<String>();
    if (!answer.ignored().isEmpty()) {
      notes.add("Not looked for: " + Reasons.quoted(answer.ignored()) + ".");
    }
    if (!answer.unmatched().isEmpty() && !answer.hits().isEmpty()) {
      notes.add("No hit on this page has " + Reasons.quoted(answer.unmatched()) + ".");
    }
    answer.notes().stream().map(note -> sentence(note) + ".").forEach(notes::add);
    return notes;
  }

  static String sentence(String text) {
    return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
