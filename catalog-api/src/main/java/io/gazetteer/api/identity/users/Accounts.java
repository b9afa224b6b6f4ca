package io.gazetteer.api.identity.users;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.sessions.Sessions;
import io.gazetteer.api.identity.tokens.ApiTokens;
import java.util.Collection;
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
   * @throws AccountChangedException when the caller is no administrator any more
   */
  @Transactional
  public UUID add(String username, String passwordHash, Role role) {
    requireCallerIn(users.lockAdmins());
    var id = users.add(username, passwordHash, role).orElseThrow(UsernameTakenException::new);
    audit.record("user_created", id, Map.of("username", username, "role", role.jsonName()));
    return id;
  }

  /**
   * Changes a user.
   *
   * @throws NotFoundException when there is no such user
   * @throws LastAdminException when nobody who can administer would be left
   * @throws AccountChangedException when the caller is no administrator any more
   */
  @Transactional
  public void change(UUID id, Change change) {
    var admins = users.lockAdmins();
    requireCallerIn(admins);
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
   * Changes the password of a user who knows the one before: nothing says that it was stolen, so
   * API tokens stay.
   *
   * @param verified the user as of when the password before was right
   * @throws AccountChangedException when there is another password by now, or the user is disabled:
   *     an administrator who shuts somebody out must not be overtaken
   */
  @Transactional
  public void changeOwnPassword(User verified, String passwordHash) {
    var user =
        users
            .lock(verified.id())
            .filter(now -> !now.disabled() && now.passwordHash().equals(verified.passwordHash()))
            .orElseThrow(AccountChangedException::new);
    var after = new Change(null, null, passwordHash, true).applyTo(user);
    users.update(after);
    sessions.endAllOf(user.id());
    audit.record("user_changed", user.id(), difference(user, after));
  }

  /**
   * Removes a user.
   *
   * @throws NotFoundException when there is no such user
   * @throws LastAdminException when nobody who can administer would be left
   * @throws AccountChangedException when the caller is no administrator any more
   */
  @Transactional
  public void delete(UUID id) {
    var admins = users.lockAdmins();
    requireCallerIn(admins);
    var user = users.lock(id).orElseThrow(Accounts::notFound);
    requireAnotherThan(id, admins);
    sessions.endAllOf(id);
    tokens.endAllOf(id);
    users.delete(id);
    audit.record("user_deleted", id, Map.of("username", user.username()));
  }

  /** Requires the caller's role once more: to hash a password can take its time in a queue. */
  private static void requireCallerIn(Collection<UUID> admins) {
    var caller = Callers.find().filter(found -> found.via() == Caller.Via.SESSION);
    if (caller.map(Caller::userId).filter(id -> !admins.contains(id)).isPresent()) {
      throw new AccountChangedException();
    }
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
