package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a list of abbreviations from a request; every wrong entry is named. */
@FromRequest
final class AbbreviationForm {
  private static final int MOST_ENTRIES = 1_000;
  private static final int MOST_MEANINGS = 8;
  private static final int MOST_WORDS = 6;
  private static final int SHORT_CHARACTERS = 40;
  private static final int LONG_CHARACTERS = 100;
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final Set<String> shortForms = new HashSet<>();

  private AbbreviationForm() {}

  /** Reads a list. Its words become those that the index has: {@code Customers} is customer. */
  static List<Abbreviation> read(JsonFields fields) {
    var form = new AbbreviationForm();
    var read = new ArrayList<Abbreviation>();
    for (JsonFields entry : fields.objects("abbreviations", MOST_ENTRIES)) {
      read.add(form.entry(entry));
    }
    fields.refuseOthers(Set.of("abbreviations"));
    fields.check();
    return read;
  }

  /** Reads an entry; its fields remember what is wrong with it. */
  private Abbreviation entry(JsonFields entry) {
    var shortForm = shortForm(entry, entry.text("short"));
    var longForms = longForms(entry, entry.texts("long", MOST_MEANINGS, LONG_CHARACTERS));
    if (longForms.contains(shortForm)) {
      entry.refuse("long", "holds the short form itself");
    }
    entry.refuseOthers(Set.of("short", "long"));
    return new Abbreviation(shortForm, longForms);
  }

  private String shortForm(JsonFields entry, @Nullable String text) {
    if (text == null) {
      return "";
    }
    var words = text.length() > SHORT_CHARACTERS ? "" : ANALYZER.words(text);
    if (words.isEmpty() || words.contains(" ")) {
      entry.refuse(
          "short",
          "must be one word of at most "
              + SHORT_CHARACTERS
              + " characters, as a search sees words");
    } else if (!shortForms.add(words)) {
      entry.refuse("short", "is in an earlier entry, too");
    }
    return words;
  }

  private static List<String> longForms(JsonFields entry, @Nullable List<String> texts) {
    if (texts == null) {
      return List.of();
    }
    var forms = texts.stream().map(ANALYZER::words).toList();
    if (forms.isEmpty() || forms.stream().anyMatch(form -> !isFewWords(form))) {
      entry.refuse(
          "long", "must have at least one, and each must be 1 to %d words".formatted(MOST_WORDS));
    } else if (Set.copyOf(forms).size() < forms.size()) {
      entry.refuse("long", "holds the same twice");
    }
    return forms;
  }

  private static boolean isFewWords(String form) {
    return !form.isEmpty() && form.chars().filter(c -> c == ' ').count() < MOST_WORDS;
  }
}
