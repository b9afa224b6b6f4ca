package io.gazetteer.api.registration;

import io.gazetteer.api.access.Caller;
import io.gazetteer.api.access.Role;

/** Who may know what is wrong in the network; for anyone else a test would be a port scanner. */
final class Detail {
  private Detail() {}

  static boolean isFor(Caller caller) {
    return caller.role().includes(Role.ADMIN);
  }
}
