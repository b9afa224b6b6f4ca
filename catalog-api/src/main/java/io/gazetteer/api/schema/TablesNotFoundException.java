package io.gazetteer.api.schema;

import io.gazetteer.api.failure.DomainException;
import java.util.List;

/** Some of the tables that the caller names are not there. */
public final class TablesNotFoundException extends DomainException {
  TablesNotFoundException(List<String> names) {
    super("There is no table of this name: " + String.join(", ", names));
  }
}
