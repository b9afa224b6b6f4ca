package io.gazetteer.api.sources;

import io.gazetteer.api.failure.DomainException;

/** No registered data source has the name and the place that the caller asks for. */
public final class DatabaseNotFoundException extends DomainException {
  DatabaseNotFoundException() {
    super("No database of this name is registered there");
  }
}
