package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.sessions.LoginLinks;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets whoever has a one-time link choose a password, instead of one that was made up. */
@Component
public class FirstPassword {
  private final LoginLinks links;
  private final Users users;
  private final Accounts accounts;
  private final PasswordHashes passwords;

  FirstPassword(LoginLinks links, Users users, Accounts accounts, PasswordHashes passwords) {
    this.links = links;
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Finds whose link it is; empty when it is good no more. */
  public Optional<User> owner(String code) {
    return links.find(code).flatMap(users::find).filter(user -> !user.disabled());
  }

  /** Says what is wrong with a password, for example "must have at least 12 characters". */
  public Optional<String> complaint(String password, User user) {
    return PasswordRules.complaint(password, user.username());
  }

  /** Uses the link up and sets the password; empty when the link is good no more. */
  @Transactional
  public Optional<User> choose(String code, String password) {
    var hash = passwords.hash(password);
    var user = links.use(code).flatMap(users::find).filter(found -> !found.disabled());
    user.ifPresent(found -> accounts.changeOwnPassword(found, hash));
    return user;
  }
}
