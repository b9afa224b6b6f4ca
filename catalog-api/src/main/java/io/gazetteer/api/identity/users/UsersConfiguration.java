package io.gazetteer.api.identity.users;

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
  Passwords passwords(@Value("${" + Passwords.PASSES + "}") int passes) {
    return new Passwords(passes);
  }

  /** Before the first request: whoever is told the password can use it at once. */
  @Bean
  FirstAdmin firstAdmin(
      Users users, Passwords passwords, @Value("${gazetteer.admin-password:}") String password) {
    var admin = new FirstAdmin(users, passwords);
    admin.ensure(password);
    return admin;
  }
}
