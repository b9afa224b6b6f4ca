package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.audit.RepeatableEvents;
import io.gazetteer.api.identity.ratelimit.LoginLimits;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Changes the caller's own password, and so ends all of the caller's sessions, this one too. */
@Component
@FromRequest
public final class OwnPassword {
  private final Users users;
  private final Accounts accounts;
  private final PasswordHashes passwords;
  private final LoginLimits limits;
  private final RepeatableEvents events;

  OwnPassword(
      Users users,
      Accounts accounts,
      PasswordHashes passwords,
      LoginLimits limits,
      RepeatableEvents events) {
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
    this.limits = limits;
    this.events = events;
  }

  /**
   * Changes the password, when the current one is right.
   *
   * @throws Problem that names every wrong field
   */
  public void change(JsonFields fields) {
    var user = self();
    var current = fields.text("current_password");
    var wished = UserForm.password(fields, "new_password", user.username());
    fields.refuseOthers(Set.of("current_password", "new_password"));
    fields.check();
    if (!isRight(user, Objects.requireNonNull(current))) {
      events.record("password_refused", user.id(), Map.of("username", user.username()));
      fields.refuse("current_password", "is wrong");
      fields.check();
    }
    var hash = passwords.hash(Objects.requireNonNull(wished));
    accounts.changeOwnPassword(user, hash);
  }

  /**
   * Compares the password. Whoever has found an open session may guess here no faster than at a
   * login.
   */
  private boolean isRight(User user, String current) {
    var attempt = limits.attempt(user.username(), Callers.address(), true);
    boolean right =
        passwords.matches(
            PasswordHashes.cut(current),
            true,
            user.username(),
            () -> {
              attempt.admit();
              return user.passwordHash();
            });
    if (right) {
      attempt.succeeded();
    }
    return right;
  }

  private User self() {
    var id = Callers.current().userId();
    if (id == null) {
      throw new Problem(ProblemCode.FORBIDDEN, "Your password is not kept here");
    }
    return users.find(id).orElseThrow(Accounts::notFound);
  }
}
