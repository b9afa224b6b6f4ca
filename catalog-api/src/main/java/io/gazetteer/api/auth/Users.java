package io.gazetteer.api.auth;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The people who may log in. Thread safe. */
final class Users {
  private final JdbcClient jdbc;

  Users(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  record User(UUID id, String username, String passwordHash) {}

  Optional<User> find(String username) {
    return jdbc.sql("select id, username, password_hash from app_user where username = :username")
        .param("username", username)
        .query(User.class)
        .optional();
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from app_user)").query(Boolean.class).single();
  }

  /** False when the name is taken. */
  boolean add(String username, String passwordHash) {
    return jdbc.sql(
                """
                insert into app_user (id, username, password_hash)
                values (:id, :username, :hash)
                on conflict (username) do nothing
                """)
            .param("id", UUID.randomUUID())
            .param("username", username)
            .param("hash", passwordHash)
            .update()
        == 1;
  }
}
