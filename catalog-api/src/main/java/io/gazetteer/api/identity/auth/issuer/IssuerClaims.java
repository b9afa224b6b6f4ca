package io.gazetteer.api.identity.auth.issuer;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads who someone is, and may do what, from the claims of the trusted issuer. Thread safe. */
@Component
public final class IssuerClaims {
  private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");
  private static final int LONGEST_NAME = 200;

  private final ExternalIssuer issuer;

  IssuerClaims(ExternalIssuer issuer) {
    this.issuer = issuer;
  }

  /** Returns the caller that the claims describe; empty when they give no role. */
  public Optional<Caller> caller(Map<String, Object> claims, String subject) {
    var external = new Caller.External(issuer.issuer(), subject);
    var name = name(claims.get("preferred_username"), subject);
    return role(claims).map(role -> Caller.ofIssuer(external, name, role));
  }

  /** Returns a name for people; many issuers let their users choose any text. */
  private static String name(@Nullable Object claim, String subject) {
    var name = claim instanceof String text && !text.isBlank() ? text : subject;
    var clean = ODD.matcher(name).replaceAll("?");
    return clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
  }

  /** Returns the highest of the roles that the claims have. */
  private Optional<Role> role(Map<String, Object> claims) {
    Object value = claims;
    for (String name : issuer.rolesClaim().split("\\.", -1)) {
      value = value instanceof Map<?, ?> object ? object.get(name) : null;
    }
    return texts(value).stream()
        .filter(text -> text.startsWith(issuer.rolePrefix()))
        .flatMap(text -> Role.lookup(text.substring(issuer.rolePrefix().length())).stream())
        .max(Role::compareTo);
  }

  private static List<String> texts(@Nullable Object value) {
    var all = value instanceof Collection<?> list ? List.copyOf(list) : List.of();
    return value instanceof String text
        ? List.of(text)
        : all.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }
}
