package io.gazetteer.api.search.abbreviations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes the list for administrators. A change is in use here at once, in other processes within
 * seconds.
 */
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
   * Replaces the list.
   *
   * @param list null for the one that comes with the project
   * @param expected the tag of the list that is to be replaced, if it matters
   * @throws AbbreviationsChangedException when the list is another one by now
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
