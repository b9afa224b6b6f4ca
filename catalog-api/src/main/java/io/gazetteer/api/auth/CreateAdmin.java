package io.gazetteer.api.auth;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command {@code create-admin NAME}: adds an administrator. Needs PostgreSQL only, and says in
 * one sentence how it went.
 */
public final class CreateAdmin {
  public static final String COMMAND = "create-admin";

  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

  private CreateAdmin() {}

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
  })
  static class Store {}

  /** Returns the exit code. */
  public static int run(List<String> arguments) {
    try {
      System.out.println(add(arguments));
      return 0;
    } catch (RefusedException e) {
      complain(e.sentence);
    } catch (DataAccessException | BeanCreationException e) {
      complain("PostgreSQL cannot be used: check GAZETTEER_POSTGRES_URL, _USER and _PASSWORD");
    } catch (IOException e) {
      complain("The password cannot be read");
    }
    return 1;
  }

  private static void complain(String sentence) {
    PrintStream err = System.err;
    err.println(sentence);
  }

  private static String add(List<String> arguments) throws IOException {
    if (arguments.size() != 1 || !NAME.matcher(arguments.getFirst()).matches()) {
      throw new RefusedException(
          "Usage: create-admin NAME; a name has up to 64 letters, digits, dots, dashes, _ and @");
    }
    var name = arguments.getFirst();
    var password = checked(readPassword());
    try (var store =
        new SpringApplicationBuilder(Store.class)
            .web(WebApplicationType.NONE)
            .run(
                "--logging.level.root=off",
                "--spring.main.keep-alive=false",
                "--spring.datasource.hikari.initialization-fail-timeout=5000")) {
      if (!new Users(store.getBean(JdbcClient.class)).add(name, new Passwords().hash(password))) {
        throw new RefusedException("There is a user " + name + " already");
      }
    }
    return "Added the administrator " + name;
  }

  private static String readPassword() throws IOException {
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal);
    if (terminal.isPresent()) {
      return typed(terminal.get());
    }
    var line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }

  private static String typed(Console terminal) {
    char[] typed = terminal.readPassword("Password: ");
    return typed == null ? "" : new String(typed);
  }

  private static String checked(String password) {
    if (password.length() < Passwords.LEAST_CHARACTERS) {
      throw new RefusedException(
          "The password must have at least " + Passwords.LEAST_CHARACTERS + " characters");
    }
    if (password.length() > Passwords.MOST_CHARACTERS) {
      throw new RefusedException(
          "The password must have at most " + Passwords.MOST_CHARACTERS + " characters");
    }
    return password;
  }

  private static final class RefusedException extends RuntimeException {
    private final String sentence;

    RefusedException(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }
  }
}
