package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import java.util.Optional;

/** Knows who has one kind of token. */
interface TokenReader {
  /** Empty when the token is no good. */
  Optional<Caller> read(String token);
}
