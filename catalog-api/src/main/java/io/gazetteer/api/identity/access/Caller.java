package io.gazetteer.api.identity.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request, as proven by a token.
 *
 * @param userId null when an external issuer vouches for someone who has no account here
 * @param name of the user; with an API token, the name of its owner
 * @param external who it is at an external issuer; null for all others
 * @param key one for each session's user, API token or external subject; nothing secret
 */
public record Caller(
    @Nullable UUID userId,
    String name,
    Role role,
    Via via,
    @Nullable External external,
    String key) {
  /** Names someone for good: a subject is one of its issuer's, whatever name it goes by today. */
  public record External(String issuer, String subject) {}

  /** What the token is. */
  public enum Via {
    SESSION,
    TOKEN,
    EXTERNAL;

    @JsonValue
    public String jsonName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns one key for all sessions and API tokens of a user. */
  public String owner() {
    return userId == null ? key : "user/" + userId;
  }

  public static Caller ofSession(UUID userId, String name, Role role) {
    return new Caller(userId, name, role, Via.SESSION, null, "user/" + userId);
  }

  /** Returns who calls with an API token, which goes by the name of its owner. */
  public static Caller ofToken(UUID tokenId, UUID ownerId, String name, Role role) {
    return new Caller(ownerId, name, role, Via.TOKEN, null, "token/" + tokenId);
  }

  public static Caller ofIssuer(External external, String name, Role role) {
    return new Caller(
        null,
        name,
        role,
        Via.EXTERNAL,
        external,
        "external/" + external.issuer() + "/" + external.subject());
  }
}
