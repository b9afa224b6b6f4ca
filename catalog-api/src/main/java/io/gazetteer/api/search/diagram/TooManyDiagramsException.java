package io.gazetteer.api.search.diagram;

import io.gazetteer.api.failure.DomainException;

/** Says that others wait for their diagrams, too; later there is a place. */
public final class TooManyDiagramsException extends DomainException {
  TooManyDiagramsException() {
    super("Too many diagrams are being drawn. Try again in a few seconds");
  }
}
