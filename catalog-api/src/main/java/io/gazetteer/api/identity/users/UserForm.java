package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the bodies that make and change users. */
@FromRequest
final class UserForm {
  private static final String KEEPS_TOKENS = "keep_api_tokens";

  private UserForm() {}

  record NewUser(String username, String password, Role role) {
    /** Hides the password. */
    @Override
    public String toString() {
      return username;
    }
  }

  static NewUser newUser(JsonFields fields) {
    var username = fields.text("username");
    if (username != null && !Usernames.areLike(username)) {
      fields.refuse("username", Usernames.RULE);
    }
    var password = password(fields, "password", username == null ? "" : username);
    var role = role(fields);
    fields.refuseOthers(Set.of("username", "password", "role"));
    fields.check();
    return new NewUser(
        Objects.requireNonNull(username),
        Objects.requireNonNull(password),
        Objects.requireNonNull(role));
  }

  static Accounts.Change change(JsonFields fields, String username, PasswordHashes passwords) {
    var role = fields.has("role") ? role(fields) : null;
    var disabled = fields.has("disabled") ? fields.flag("disabled") : null;
    var password = fields.has("password") ? password(fields, "password", username) : null;
    var keepsTokens = fields.has(KEEPS_TOKENS) ? fields.flag(KEEPS_TOKENS) : null;
    fields.refuseOthers(Set.of("role", "disabled", "password", KEEPS_TOKENS));
    fields.check();
    return new Accounts.Change(
        role,
        disabled,
        password == null ? null : passwords.hash(password),
        Boolean.TRUE.equals(keepsTokens));
  }

  /** Reads a new password; null when it is not taken, which the fields report. */
  static @Nullable String password(JsonFields fields, String field, String username) {
    var password = fields.text(field);
    if (password != null) {
      PasswordRules.complaint(password, username)
          .ifPresent(complaint -> fields.refuse(field, complaint));
    }
    return password;
  }

  private static @Nullable Role role(JsonFields fields) {
    var name = fields.text("role");
    var role = name == null ? null : Role.lookup(name).orElse(null);
    if (name != null && role == null) {
      fields.refuse("role", "must be admin, editor or viewer");
    }
    return role;
  }
}
