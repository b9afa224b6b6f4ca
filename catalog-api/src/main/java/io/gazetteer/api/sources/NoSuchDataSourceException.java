package io.gazetteer.api.sources;

import io.gazetteer.api.failure.DomainException;

/** No data source with this id is registered, or not any more. */
public final class NoSuchDataSourceException extends DomainException {
  public NoSuchDataSourceException() {
    super("There are no such credentials");
  }
}
