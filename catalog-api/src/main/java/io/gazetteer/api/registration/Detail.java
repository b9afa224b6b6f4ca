package io.gazetteer.api.registration;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Who may know what is wrong in the network; for anyone else a test would be a port scanner. */
final class Detail {
  private static final String ROLE = "ROLE_";
  private static final String ADMINISTRATOR = ROLE + "ADMIN";

  private Detail() {}

  /** Administrators, and whoever has no role at all: tokens without roles are theirs. */
  static boolean isFor(Authentication caller) {
    var roles =
        caller.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .filter(authority -> authority != null && authority.startsWith(ROLE))
            .toList();
    return roles.isEmpty() || roles.contains(ADMINISTRATOR);
  }
}
