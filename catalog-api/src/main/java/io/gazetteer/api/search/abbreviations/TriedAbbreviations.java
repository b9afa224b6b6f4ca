package io.gazetteer.api.search.abbreviations;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says what the abbreviations in use make of a text. Thread safe. */
@Component
public final class TriedAbbreviations {
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final Abbreviations abbreviations;

  TriedAbbreviations(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /**
   * What a text is searched as.
   *
   * @param words as the index has words
   * @param forms what some of them may be, too
   */
  public record Tried(List<String> words, List<Form> forms) {
    public Tried {
      words = List.copyOf(words);
      forms = List.copyOf(forms);
    }
  }

  /**
   * A form of one or more words.
   *
   * @param words some of the text's words, in a row
   * @param form what may stand in their place
   */
  public record Form(String words, String form) {}

  /** Finds the short and long forms of a text's words. */
  public Tried of(String text) {
    var analyzed = ANALYZER.words(text);
    var words = analyzed.isEmpty() ? List.<String>of() : List.of(analyzed.split(" "));
    return new Tried(
        words,
        abbreviations.variants(words).stream()
            .map(
                found ->
                    new Form(
                        String.join(" ", words.subList(found.from(), found.to())),
                        String.join(" ", found.words())))
            .toList());
  }
}
