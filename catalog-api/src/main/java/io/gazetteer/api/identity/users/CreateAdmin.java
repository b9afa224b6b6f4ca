package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.Audit.Actor;
import io.gazetteer.api.identity.console.ConsoleCatalog;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.dao.DataAccessException;

/**
 * The command {@code create-admin NAME}: adds an administrator. Needs PostgreSQL only, and says in
 * one sentence how it went.
 */
public final class CreateAdmin {
  public static final String COMMAND = "create-admin";

  private CreateAdmin() {}

  /** Runs the command; returns the exit code. */
  public static int run(List<String> arguments) {
    try {
      System.out.println(add(arguments));
      return 0;
    } catch (RefusedException e) {
      complain(e.sentence);
    } catch (DataAccessException | BeanCreationException e) {
      complain(ConsoleCatalog.UNUSABLE);
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
    if (arguments.size() != 1 || !Usernames.areLike(arguments.getFirst())) {
      throw new RefusedException("Usage: create-admin NAME; a name " + Usernames.RULE);
    }
    var name = arguments.getFirst();
    var password = checked(readPassword(), name);
    try (var store = ConsoleCatalog.open()) {
      var hash = passwords(store).hash(password);
      var id = new Users(store.jdbc()).add(name, hash, Role.ADMIN);
      new Audit(store.jdbc())
          .record(
              Actor.CONSOLE,
              "user_created",
              id.orElseThrow(() -> new RefusedException("There is a user " + name + " already")),
              Map.of("username", name, "role", Role.ADMIN.jsonName()));
    }
    return "Added the administrator " + name;
  }

  /** As dear as the API's own: a cheaper hash tells those who measure that there is such a user. */
  private static PasswordHashes passwords(ConsoleCatalog store) {
    try {
      return new PasswordHashes(store.number(PasswordHashes.PASSES));
    } catch (IllegalArgumentException e) {
      throw new RefusedException(PasswordHashes.PASSES + " cannot be used: " + e.getMessage());
    }
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

  private static String checked(String password, String name) {
    PasswordRules.complaint(password, name)
        .ifPresent(
            complaint -> {
              throw new RefusedException("The password " + complaint);
            });
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
