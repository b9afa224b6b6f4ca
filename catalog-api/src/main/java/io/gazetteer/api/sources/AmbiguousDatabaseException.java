package io.gazetteer.api.sources;

import io.gazetteer.api.failure.DomainException;
import java.util.List;
import java.util.Map;

/** More than one registered data source is what the caller asks for. */
public final class AmbiguousDatabaseException extends DomainException {
  private final transient List<DatabaseRef> candidates;

  AmbiguousDatabaseException(List<DatabaseRef> candidates) {
    super("Say which by id or hostname: see candidates");
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public Map<String, Object> details() {
    return Map.of("candidates", candidates);
  }
}
