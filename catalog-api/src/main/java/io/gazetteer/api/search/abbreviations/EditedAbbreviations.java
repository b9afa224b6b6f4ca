package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes the list for administrators. A change is in use here at once, in other processes within
 * seconds.
 */
@Component
@FromRequest
public final class EditedAbbreviations {
  private final StoredAbbreviations stored;
  private final Abbreviations abbreviations;

  EditedAbbreviations(StoredAbbreviations stored, Abbreviations abbreviations) {
    this.stored = stored;
    this.abbreviations = abbreviations;
  }

  /** Returns the list in use. */
  public AbbreviationList read() {
    return stored.read();
  }

  /**
   * Replaces the list by the one in a request.
   *
   * @param expected the tag of the list that is to be replaced, if it matters
   * @throws io.gazetteer.api.web.problems.Problem that names every wrong entry
   * @throws AbbreviationsChangedException when the list is another one by now
   */
  public AbbreviationList replace(JsonFields fields, Optional<String> expected) {
    return replace(AbbreviationForm.read(fields), expected);
  }

  /** Returns to the list that comes with the project. */
  public AbbreviationList reset(Optional<String> expected) {
    return replace((List<Abbreviation>) null, expected);
  }

  /**
   * Replaces the list.
   *
   * @param list null for the one that comes with the project
   * @param expected the tag of the list that is to be replaced, if it matters
   * @throws AbbreviationsChangedException when the list is another one by now
   */
  private AbbreviationList replace(@Nullable List<Abbreviation> list, Optional<String> expected) {
    var old = stored.read();
    if (expected.isPresent() && !expected.get().equals(old.tag())) {
      throw new AbbreviationsChangedException();
    }
    var fresh = stored.replace(list, old.version()).orElseThrow(AbbreviationsChangedException::new);
    abbreviations.replace(fresh);
    return fresh;
  }
}
