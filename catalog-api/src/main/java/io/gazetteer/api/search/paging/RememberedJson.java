package io.gazetteer.api.search.paging;

import io.gazetteer.api.search.terms.How;
import io.gazetteer.api.search.terms.Remembered;
import io.gazetteer.api.search.terms.Spelling;
import io.gazetteer.api.search.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What a plan has remembered, as JSON that is short. A caller may have made it up, so that all of
 * it is bounded.
 */
final class RememberedJson {
  /** Spellings of a term stand in this order, each kind in an array. */
  private static final List<How> KINDS =
      List.of(How.ABBREVIATION, How.PREFIX, How.TYPO, How.SUBSTRING);

  private static final int FIRST_KIND = 3;
  private static final int MOST_TERMS = 32;
  private static final int MOST_WORDS = 8;
  private static final int MOST_CHARACTERS = 1000;

  private int terms;
  private int spellings;

  private RememberedJson() {}

  static ArrayNode write(Remembered remembered) {
    var json = JsonNodeFactory.instance.arrayNode();
    json.add(remembered.meant());
    for (List<Term> words : remembered.words()) {
      var array = json.addArray();
      words.forEach(term -> write(term, array.addArray()));
    }
    return json;
  }

  private static void write(Term term, ArrayNode json) {
    json.add(term.text()).add(term.beginning()).add(term.beginsNames());
    for (How kind : KINDS) {
      var array = json.addArray();
      term.others().stream()
          .filter(spelling -> spelling.how() == kind)
          .forEach(spelling -> array.add(String.join(" ", spelling.words())));
    }
  }

  /** Empty when it was not written here. */
  static Optional<Remembered> read(JsonNode json) {
    try {
      return Optional.of(new RememberedJson().remembered(json));
    } catch (Unreadable e) {
      return Optional.empty();
    }
  }

  private static final class Unreadable extends Exception {
    Unreadable() {
      super(null, null, false, false);
    }
  }

  private Remembered remembered(JsonNode json) throws Unreadable {
    check(json.isArray() && !json.isEmpty() && json.size() <= MOST_TERMS + 1);
    var words = new ArrayList<List<Term>>();
    for (int i = 1; i < json.size(); i++) {
      words.add(terms(json.get(i)));
    }
    return new Remembered(words, meant(json.get(0)));
  }

  private static @Nullable String meant(JsonNode json) throws Unreadable {
    return json.isNull() ? null : text(json);
  }

  private List<Term> terms(JsonNode json) throws Unreadable {
    terms += json.size();
    check(json.isArray() && terms <= MOST_TERMS);
    var read = new ArrayList<Term>();
    for (JsonNode term : json) {
      read.add(term(term));
    }
    return read;
  }

  private Term term(JsonNode json) throws Unreadable {
    check(json.isArray() && json.size() == FIRST_KIND + KINDS.size() && json.get(2).isBoolean());
    var others = new ArrayList<Spelling>();
    for (int i = 0; i < KINDS.size(); i++) {
      var array = json.get(FIRST_KIND + i);
      spellings += array.size();
      check(array.isArray() && spellings <= Remembered.MOST_SPELLINGS);
      for (JsonNode words : array) {
        others.add(new Spelling(KINDS.get(i), words(words)));
      }
    }
    return new Term(
        text(json.get(0)), text(json.get(1)), json.get(2).booleanValue(), others, List.of());
  }

  private static List<String> words(JsonNode json) throws Unreadable {
    var words = List.of(text(json).split(" ", -1));
    check(words.size() <= MOST_WORDS && words.stream().noneMatch(String::isEmpty));
    return words;
  }

  private static String text(JsonNode json) throws Unreadable {
    check(json.isString() && json.stringValue().length() <= MOST_CHARACTERS);
    return json.stringValue();
  }

  private static void check(boolean isRight) throws Unreadable {
    if (!isRight) {
      throw new Unreadable();
    }
  }
}
