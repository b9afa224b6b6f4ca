package io.gazetteer.api.identity.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Knows who sends the request that this thread is answering, and from where. */
public final class Callers {
  private Callers() {}

  /** Finds the caller; empty for a request without a token, and outside of requests. */
  public static Optional<Caller> find() {
    return authentication()
        .map(Authentication::getPrincipal)
        .filter(Caller.class::isInstance)
        .map(Caller.class::cast);
  }

  /** Returns the caller of a route that needs a role. */
  public static Caller current() {
    return find().orElseThrow(() -> new IllegalStateException("A route without a caller"));
  }

  /** Says whether there is a caller with this role, or a higher one. */
  public static boolean have(Role least) {
    return find().filter(caller -> caller.role().includes(least)).isPresent();
  }

  /**
   * Looks at the token of this thread's request once more, and goes by the role that its caller has
   * now; false when the token is no good any more. What takes its time asks now and then.
   */
  public static boolean renew() {
    var context = SecurityContextHolder.getContext();
    if (!(context.getAuthentication() instanceof RenewableAuthentication authentication)) {
      return true;
    }
    var now = authentication.renewed();
    now.ifPresent(context::setAuthentication);
    return now.isPresent();
  }

  /** Returns the network address; null outside of requests. */
  public static @Nullable String address() {
    return authentication()
        .map(Authentication::getDetails)
        .filter(WebAuthenticationDetails.class::isInstance)
        .map(details -> ((WebAuthenticationDetails) details).getRemoteAddress())
        .orElse(null);
  }

  private static Optional<Authentication> authentication() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication());
  }
}
