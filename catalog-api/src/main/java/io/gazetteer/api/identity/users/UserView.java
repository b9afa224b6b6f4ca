package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import java.util.UUID;

/** A user as others see one. */
public record UserView(UUID id, String username, Role role, boolean disabled) {
  static UserView of(User user) {
    return new UserView(user.id(), user.username(), user.role(), user.disabled());
  }
}
