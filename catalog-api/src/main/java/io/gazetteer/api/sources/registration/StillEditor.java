package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.users.AccountChangedException;

/**
 * Looks once more at who writes: a connection test or a slow name server takes seconds, in which an
 * administrator may have shut the caller out.
 */
final class StillEditor {
  private StillEditor() {}

  /**
   * Requires what was required when the request came.
   *
   * @throws AccountChangedException when the caller is no editor any more
   */
  static void require() {
    boolean isGood = Callers.renew();
    if (!isGood || Callers.find().filter(now -> !now.role().includes(Role.EDITOR)).isPresent()) {
      throw new AccountChangedException();
    }
  }
}
