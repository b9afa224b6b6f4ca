package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers who they are taken for. */
@RestController
final class MeController {
  record Me(@Nullable UUID id, String username, Role role, Caller.Via via) {}

  @GetMapping("/api/auth/me")
  Me read() {
    var caller = Callers.current();
    return new Me(caller.userId(), caller.name(), caller.role(), caller.via());
  }
}
