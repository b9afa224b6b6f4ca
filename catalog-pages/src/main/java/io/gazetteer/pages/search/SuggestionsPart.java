package io.gazetteer.pages.search;

import io.gazetteer.pages.Links;
import io.gazetteer.pages.MarkedText;
import io.gazetteer.pages.Page;
import java.util.List;

/** The options of the search box, which a script puts below it. */
public record SuggestionsPart(Links links, List<Option> options) implements Page {
  public SuggestionsPart {
    options = List.copyOf(options);
  }

  @Override
  public String template() {
    return "search/suggestions.jte";
  }

  /**
   * A text that may be meant.
   *
   * @param query what the box has when it is taken
   * @param note what it is, and how often there is one
   */
  public record Option(String icon, String query, MarkedText label, String note) {}
}
