package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.sessions.Sessions;
import io.gazetteer.api.identity.tokens.ApiTokens;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes, changes and removes users. Someone who can administer is always left. Whoever is disabled
 * or removed, or gets another password, is logged out everywhere; when an administrator does it,
 * the API tokens end, too.
 */
@Component
public class Accounts {
  private final Users users;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final Audit audit;

  Accounts(Users users, Sessions sessions, ApiTokens tokens, Audit audit) {
    this.users = users;
    this.sessions = sessions;
    this.tokens = tokens;
    this.audit = audit;
  }

  /**
   * Says what is to change; null stays as it is.
   *
   * @param keepsTokens whether API tokens outlive a new password or the end of the account
   */
  record Change(
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable String passwordHash,
      boolean keepsTokens) {
    /** Changes the password of whoever knows the one before: nothing says that it was stolen. */
    static Change ofOwnPassword(String passwordHash) {
      return new Change(null, null, passwordHash, true);
    }

    User applyTo(User user) {
      return new User(
          user.id(),
          user.username(),
          passwordHash == null ? user.passwordHash() : passwordHash,
          role == null ? user.role() : role,
          disabled == null ? user.disabled() : disabled);
    }
  }

  /**
   * Adds a user; returns the new id.
   *
   * @throws UsernameTakenException when another user has the name
   */
  @Transactional
  public UUID add(String username, String passwordHash, Role role) {
    var id = users.add(username, passwordHash, role).orElseThrow(UsernameTakenException::new);
    audit.record("user_created", id, Map.of("username", username, "role", role.jsonName()));
    return id;
  }

  /**
   * Changes a user.
   *
   * @throws NotFoundException when there is no such user
   * @throws LastAdminException when nobody who can administer would be left
   */
  @Transactional
  public void change(UUID id, Change change) {
    var admins = users.lockAdmins();
    var before = users.lock(id).orElseThrow(Accounts::notFound);
    var after = change.applyTo(before);
    if (after.disabled() || after.role() != Role.ADMIN) {
      requireAnotherThan(id, admins);
    }
    users.update(after);
    var details = difference(before, after);
    if (change.passwordHash() != null || (after.disabled() && !before.disabled())) {
      sessions.endAllOf(id);
      if (!change.keepsTokens()) {
        details.put("api_tokens_ended", tokens.endAllOf(id));
      }
    }
    audit.record("user_changed", id, details);
  }

  /**
   * Removes a user.
   *
   * @throws NotFoundException when there is no such user
   * @throws LastAdminException when nobody who can administer would be left
   */
  @Transactional
  public void delete(UUID id) {
    var admins = users.lockAdmins();
    var user = users.lock(id).orElseThrow(Accounts::notFound);
    requireAnotherThan(id, admins);
    sessions.endAllOf(id);
    tokens.endAllOf(id);
    users.delete(id);
    audit.record("user_deleted", id, Map.of("username", user.username()));
  }

  private static void requireAnotherThan(UUID id, Iterable<UUID> admins) {
    boolean isAdmin = false;
    boolean another = false;
    for (UUID admin : admins) {
      isAdmin |= admin.equals(id);
      another |= !admin.equals(id);
    }
    if (isAdmin && !another) {
      throw new LastAdminException();
    }
  }

  private static Map<String, Object> difference(User before, User after) {
    var details = new LinkedHashMap<String, Object>();
    details.put("username", after.username());
    if (before.role() != after.role()) {
      details.put("role", after.role().jsonName());
    }
    if (before.disabled() != after.disabled()) {
      details.put("disabled", after.disabled());
    }
    if (!before.passwordHash().equals(after.passwordHash())) {
      details.put("password", "changed");
    }
    return details;
  }

  static NotFoundException notFound() {
    return new NotFoundException("There is no such user");
  }
}
