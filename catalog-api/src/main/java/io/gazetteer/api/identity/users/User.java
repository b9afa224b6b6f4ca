package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import java.util.UUID;

/** Someone who may log in, unless disabled. */
public record User(UUID id, String username, String passwordHash, Role role, boolean disabled) {
  /** Hides the hash. */
  @Override
  public String toString() {
    return username;
  }
}
