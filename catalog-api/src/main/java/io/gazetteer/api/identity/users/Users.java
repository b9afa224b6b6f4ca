package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and stores the people who may log in. Thread safe. */
public final class Users {
  private static final String SELECT =
      "select id, username, password_hash, role, disabled from app_user ";

  private final JdbcClient jdbc;

  public Users(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<User> find(String username) {
    return jdbc.sql(SELECT + "where username = :username")
        .param("username", username)
        .query(User.class)
        .optional();
  }

  public Optional<User> find(UUID id) {
    return jdbc.sql(SELECT + "where id = :id").param("id", id).query(User.class).optional();
  }

  /** Lists users by name, those after {@code username}. */
  List<User> page(String username, int limit) {
    return jdbc.sql(SELECT + "where username > :username order by username limit :limit")
        .param("username", username)
        .param("limit", limit)
        .query(User.class)
        .list();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from app_user)").query(Boolean.class).single();
  }

  /** Adds a user; returns the new id, empty when the name is taken, in whatever case. */
  Optional<UUID> add(String username, String passwordHash, Role role) {
    return jdbc.sql(
            """
            insert into app_user (id, username, password_hash, role)
            values (:id, :username, :hash, :role)
            on conflict do nothing
            returning id
            """)
        .param("id", UUID.randomUUID())
        .param("username", username)
        .param("hash", passwordHash)
        .param("role", role.name())
        .query(UUID.class)
        .optional();
  }

  void update(User user) {
    jdbc.sql(
            """
            update app_user
            set password_hash = :hash, role = :role, disabled = :disabled
            where id = :id
            """)
        .param("id", user.id())
        .param("hash", user.passwordHash())
        .param("role", user.role().name())
        .param("disabled", user.disabled())
        .update();
  }

  /** Stores another hash of the same password, unless there is another password by now. */
  public void rehash(User user, String passwordHash) {
    jdbc.sql("update app_user set password_hash = :hash where id = :id and password_hash = :old")
        .param("hash", passwordHash)
        .param("id", user.id())
        .param("old", user.passwordHash())
        .update();
  }

  void delete(UUID id) {
    jdbc.sql("delete from app_user where id = :id").param("id", id).update();
  }

  /**
   * Locks those who can administer until the transaction ends. Two who want to remove each other
   * take turns here, and the second sees what the first has done.
   */
  List<UUID> lockAdmins() {
    return jdbc.sql(
            """
            select id from app_user where role = 'ADMIN' and not disabled order by id for update
            """)
        .query(UUID.class)
        .list();
  }

  Optional<User> lock(UUID id) {
    return jdbc.sql(SELECT + "where id = :id for update")
        .param("id", id)
        .query(User.class)
        .optional();
  }
}
