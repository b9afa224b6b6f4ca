package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import java.util.Optional;

/** Knows who has one kind of token. */
interface TokenReader {
  /** Finds who has the token; empty when it is no good. */
  Optional<Caller> read(String token);
}
