package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.RenewableAuthentication;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request whose token was good. The roles are held by {@link AccessGuard}. */
final class CallerAuthentication extends AbstractAuthenticationToken
    implements RenewableAuthentication {
  private final transient Caller caller;
  private final transient Supplier<Optional<Caller>> again;

  /**
   * @param again finds out who has the token by then; empty when it is no good any more
   */
  CallerAuthentication(Caller caller, @Nullable Object details, Supplier<Optional<Caller>> again) {
    super(List.of());
    this.caller = caller;
    this.again = again;
    setDetails(details);
    setAuthenticated(true);
  }

  @Override
  public Optional<CallerAuthentication> renewed() {
    return again.get().map(now -> new CallerAuthentication(now, getDetails(), again));
  }

  @Override
  public Caller getPrincipal() {
    return caller;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CallerAuthentication that && caller.equals(that.caller);
  }

  @Override
  public int hashCode() {
    return caller.hashCode();
  }
}
