package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.sessions.LoginLinks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration(proxyBeanMethods = false)
class UsersConfiguration {
  @Bean
  Users users(JdbcClient jdbc) {
    return new Users(jdbc);
  }

  @Bean
  PasswordHashes passwords(@Value("${" + PasswordHashes.PASSES + "}") int passes) {
    return new PasswordHashes(passes);
  }

  /** Before the first request: whoever is told the password can use it at once. */
  @Bean
  FirstAdministrator firstAdmin(
      Users users,
      PasswordHashes passwords,
      Audit audit,
      LoginLinks links,
      @Value("${gazetteer.admin-password:}") String password,
      @Value("${gazetteer.admin-password-file:}") String file)
      throws IOException {
    var lines = file.isEmpty() ? List.of(password) : read(Path.of(file));
    var admin = new FirstAdministrator(users, passwords, audit);
    var made = admin.ensure(lines.getFirst());
    if (made.isPresent() && lines.size() > 1) {
      links.add(lines.get(1), made.get());
    }
    return admin;
  }

  /**
   * Reads the password, and on a second line, if there is one, the code of a one-time link. The
   * file may be there for the first start only.
   */
  private static List<String> read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).strip().lines().toList() : List.of("");
  }
}
