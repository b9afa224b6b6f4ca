package io.gazetteer.api.identity.tokens;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the body that asks for a token. */
@FromRequest
public final class TokenForm {
  private static final int LONGEST_NAME = 100;
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;

  private TokenForm() {}

  public record Wish(String name, Role role, int days) {}

  /**
   * Reads the wish.
   *
   * @param most the role of whoever asks
   */
  public static Wish read(JsonFields fields, Role most) {
    var name = name(fields);
    var role = role(fields, most);
    var days =
        fields.has("expires_in_days") ? fields.integer("expires_in_days", 1, MOST_DAYS) : null;
    fields.refuseOthers(Set.of("name", "role", "expires_in_days"));
    fields.check();
    return new Wish(
        Objects.requireNonNull(name),
        Objects.requireNonNull(role),
        days == null ? USUAL_DAYS : days);
  }

  private static @Nullable String name(JsonFields fields) {
    var name = fields.text("name");
    if (name != null
        && (name.isBlank()
            || name.length() > LONGEST_NAME
            || name.chars().anyMatch(Character::isISOControl))) {
      fields.refuse("name", "must be 1 to " + LONGEST_NAME + " printable characters");
    }
    return name;
  }

  private static @Nullable Role role(JsonFields fields, Role most) {
    var name = fields.text("role");
    var role = name == null ? null : Role.lookup(name).orElse(null);
    if (name != null && role == null) {
      fields.refuse("role", "must be admin, editor or viewer");
    } else if (role != null && !most.includes(role)) {
      fields.refuse("role", "must not be above your own");
    }
    return role;
  }
}
