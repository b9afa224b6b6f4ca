package io.gazetteer.api.identity.users;

import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.audit.Audit;
import io.gazetteer.api.identity.audit.Audit.Actor;
import io.gazetteer.api.identity.console.CommandRefusedException;
import io.gazetteer.api.identity.console.ConsoleCatalog;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The command {@code create-admin NAME}: adds an administrator. Needs PostgreSQL only, and says in
 * one sentence how it went.
 */
public final class CreateAdmin {
  private CreateAdmin() {}

  /**
   * Reads the password from the terminal, or else from standard input.
   *
   * @throws CommandRefusedException when the name or the password is not allowed, or taken
   */
  public static void run(String name) throws IOException {
    if (!Usernames.areLike(name)) {
      throw new CommandRefusedException("Usage: create-admin NAME; a name " + Usernames.RULE);
    }
    var password = checked(readPassword(), name);
    try (var store = ConsoleCatalog.open()) {
      var hash = passwords(store).hash(password);
      var id = new Users(store.jdbc()).add(name, hash, Role.ADMIN);
      new Audit(store.jdbc())
          .record(
              Actor.CONSOLE,
              "user_created",
              id.orElseThrow(
                  () -> new CommandRefusedException("There is a user " + name + " already")),
              Map.of("username", name, "role", Role.ADMIN.jsonName()));
    }
    System.out.println("Added the administrator " + name);
  }

  /** As dear as the API's own: a cheaper hash tells those who measure that there is such a user. */
  private static PasswordHashes passwords(ConsoleCatalog store) {
    try {
      return new PasswordHashes(store.number(PasswordHashes.PASSES));
    } catch (IllegalArgumentException e) {
      throw new CommandRefusedException(
          PasswordHashes.PASSES + " cannot be used: " + e.getMessage());
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
              throw new CommandRefusedException("The password " + complaint);
            });
    return password;
  }
}
