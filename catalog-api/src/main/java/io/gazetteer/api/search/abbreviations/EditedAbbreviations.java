package io.gazetteer.api.search.abbreviations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What administrators do with the list; it holds here at once, elsewhere in seconds. */
@Component
final class EditedAbbreviations {
  private final StoredAbbreviations stored;
  private final Abbreviations abbreviations;

  EditedAbbreviations(StoredAbbreviations stored, Abbreviations abbreviations) {
    this.stored = stored;
    this.abbreviations = abbreviations;
  }

  AbbreviationList read() {
    return stored.read();
  }

  /**
   * Makes another list hold.
   *
   * @param list null for the one that comes with the project
   * @param expected the tag of the list that is to be replaced, if it matters
   * @throws AbbreviationsChangedException when it is another one that holds
   */
  AbbreviationList replace(@Nullable List<Abbreviation> list, Optional<String> expected) {
    var old = stored.read();
    if (expected.isPresent() && !expected.get().equals(old.tag())) {
      throw new AbbreviationsChangedException();
    }
    var fresh = stored.replace(list, old.version()).orElseThrow(AbbreviationsChangedException::new);
    abbreviations.replace(fresh);
    return fresh;
  }
}
