package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the first administrator, so that someone can log in to a new catalog. */
final class FirstAdministrator {
  static final String NAME = "admin";
  private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

  private final Users users;
  private final PasswordHashes passwords;
  private final Audit audit;

  FirstAdministrator(Users users, PasswordHashes passwords, Audit audit) {
    this.users = users;
    this.passwords = passwords;
    this.audit = audit;
  }

  /**
   * Does nothing when there is any user; returns the id of whom it made.
   *
   * @param password may be empty: then nobody is made
   */
  Optional<UUID> ensure(String password) {
    if (!users.isEmpty()) {
      return Optional.empty();
    }
    if (password.isEmpty()) {
      log.warn(
          "Nobody can log in yet: set GAZETTEER_ADMIN_PASSWORD, or run the command create-admin");
    } else if (password.length() < PasswordHashes.LEAST_CHARACTERS) {
      log.error(
          "No administrator was made: GAZETTEER_ADMIN_PASSWORD must have at least {} characters",
          PasswordHashes.LEAST_CHARACTERS);
    } else {
      if (CommonPasswords.areLike(password, NAME)) {
        log.warn("GAZETTEER_ADMIN_PASSWORD is among the first that anyone would guess: change it");
      }
      return add(password);
    }
    return Optional.empty();
  }

  private Optional<UUID> add(String password) {
    var id = users.add(NAME, passwords.hash(password), Role.ADMIN);
    if (id.isPresent()) {
      audit.record(
          Audit.Actor.CONSOLE,
          "user_created",
          id.get(),
          Map.of("username", NAME, "role", Role.ADMIN.jsonName()));
      log.info("Made the first administrator, {}", NAME);
    }
    return id;
  }
}
