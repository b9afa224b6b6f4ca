package io.gazetteer.api.identity.auth;

import io.gazetteer.api.identity.access.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A request whose token was good. The roles are held by {@link AccessGuard}. */
final class CallerAuthentication extends AbstractAuthenticationToken {
  private final transient Caller caller;

  CallerAuthentication(Caller caller, @Nullable Object details) {
    super(List.of());
    this.caller = caller;
    setDetails(details);
    setAuthenticated(true);
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
