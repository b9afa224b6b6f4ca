package io.gazetteer.api.search.abbreviations;

import io.gazetteer.api.failure.DomainException;

/** Someone else has replaced the list that the caller read. */
public final class AbbreviationsChangedException extends DomainException {
  AbbreviationsChangedException() {
    super("Someone has changed the list meanwhile; read it again");
  }
}
