package io.gazetteer.api.sources.registration;

import io.gazetteer.api.failure.DomainException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Another data source that is registered has the same address. */
public final class AlreadyRegisteredException extends DomainException {
  private final transient Map<String, Object> details;

  private AlreadyRegisteredException(String message, Map<String, Object> details) {
    super(message);
    this.details = details;
  }

  /**
   * A new data source is there already.
   *
   * @param other the id of the one that is there; empty when it was deleted in this moment
   */
  static AlreadyRegisteredException asNew(Optional<UUID> other) {
    return new AlreadyRegisteredException(
        "This database is registered already; change that registration, or delete it first",
        other.<Map<String, Object>>map(id -> Map.of("id", id)).orElseGet(Map::of));
  }

  /** A change would give a data source the address of another one. */
  static AlreadyRegisteredException byChange() {
    return new AlreadyRegisteredException(
        "Another registration has this address already", Map.of());
  }

  @Override
  public Map<String, Object> details() {
    return details;
  }
}
