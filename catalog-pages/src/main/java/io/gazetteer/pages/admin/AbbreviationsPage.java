package io.gazetteer.pages.admin;

import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows the abbreviations that searches know, lets one try them and change them.
 *
 * @param complaints what is wrong with the text
 * @param text one line for each, as {@code cust = customer, custody}
 * @param tag of the list that the text was made from
 * @param typed what was tried
 */
public record AbbreviationsPage(
    Frame frame,
    @Nullable String notice,
    List<String> complaints,
    String text,
    String tag,
    boolean builtIn,
    String count,
    String typed,
    @Nullable Tried tried)
    implements Page {
  public AbbreviationsPage {
    complaints = List.copyOf(complaints);
  }

  @Override
  public String template() {
    return "admin/abbreviations.jte";
  }

  /**
   * What a text is searched as.
   *
   * @param words as the index has words
   */
  public record Tried(String words, List<Form> forms) {
    public Tried {
      forms = List.copyOf(forms);
    }
  }

  /** What may stand in the place of some words. */
  public record Form(String words, String form) {}
}
