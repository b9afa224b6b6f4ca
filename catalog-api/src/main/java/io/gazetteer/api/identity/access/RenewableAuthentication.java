package io.gazetteer.api.identity.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Can be asked for again, since what a token was good for when a request came may be over. */
public interface RenewableAuthentication extends Authentication {
  /** Looks at the token once more; empty when it is no good any more. */
  Optional<? extends Authentication> renewed();
}
