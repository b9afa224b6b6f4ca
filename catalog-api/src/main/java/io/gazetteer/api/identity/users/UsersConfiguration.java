package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.audit.Audit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
      @Value("${gazetteer.admin-password:}") String password,
      @Value("${gazetteer.admin-password-file:}") String file)
      throws IOException {
    var admin = new FirstAdministrator(users, passwords, audit);
    admin.ensure(file.isEmpty() ? password : read(Path.of(file)));
    return admin;
  }

  /** The file may be there for the first start only. */
  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file).strip() : "";
  }
}
