package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.failure.DomainException;

/** The network policy forbids the address of a data source. */
public final class TargetForbiddenException extends DomainException {
  TargetForbiddenException() {
    super("The network policy does not allow this host and port");
  }
}
