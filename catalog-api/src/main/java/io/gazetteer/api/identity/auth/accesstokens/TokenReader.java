package io.gazetteer.api.identity.auth.accesstokens;

import io.gazetteer.api.identity.access.Caller;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows who has one kind of token. */
public interface TokenReader {
  /**
   * Finds who has the token; empty when it is no good.
   *
   * @param address that it comes from; null when that is not known
   */
  Optional<Caller> read(String token, @Nullable String address);
}
