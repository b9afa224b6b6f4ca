package io.gazetteer.api.identity.users;

import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Manages users as the API and the pages do it. Thread safe. */
@Component
@FromRequest
public final class UserAdministration {
  private final Users users;
  private final Accounts accounts;
  private final PasswordHashes passwords;

  UserAdministration(Users users, Accounts accounts, PasswordHashes passwords) {
    this.users = users;
    this.accounts = accounts;
    this.passwords = passwords;
  }

  /** Lists users by name, those after {@code username}. */
  public List<UserView> page(String username, int limit) {
    return users.page(username, limit).stream().map(UserView::of).toList();
  }

  /**
   * Reads a user.
   *
   * @throws io.gazetteer.api.failure.NotFoundException when there is none
   */
  public UserView read(UUID id) {
    return UserView.of(find(id));
  }

  /**
   * Adds a user.
   *
   * @throws io.gazetteer.api.web.problems.Problem that names every wrong field
   */
  public UserView add(JsonFields fields) {
    var user = UserForm.newUser(fields);
    return read(accounts.add(user.username(), passwords.hash(user.password()), user.role()));
  }

  /**
   * Changes what the fields say of a user.
   *
   * @throws io.gazetteer.api.web.problems.Problem that names every wrong field
   */
  public UserView change(UUID id, JsonFields fields) {
    accounts.change(id, UserForm.change(fields, find(id).username(), passwords));
    return read(id);
  }

  /** Removes a user. */
  public void delete(UUID id) {
    accounts.delete(id);
  }

  private User find(UUID id) {
    return users.find(id).orElseThrow(Accounts::notFound);
  }
}
