package io.gazetteer.api.identity.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The list of who may call what and who sees which field, as {@code who-sees-what.txt} has it. */
record DeclaredRights(Map<String, Route> routes, Map<String, Role> problems) {
  private static final String PROBLEMS = "problems";

  /**
   * A route.
   *
   * @param least empty for anyone
   * @param fields with the least role that sees each
   */
  record Route(Optional<Role> least, boolean peopleOnly, Map<String, Role> fields) {
    boolean allows(Caller caller) {
      return least.isEmpty()
          || (caller.role().filter(role -> role.includes(least.get())).isPresent()
              && !(peopleOnly && caller.isToken()));
    }
  }

  /** Someone who calls. */
  record Caller(String name, Optional<Role> role, boolean isToken, String token) {
    @Override
    public String toString() {
      return name;
    }
  }

  static DeclaredRights read() {
    var routes = new LinkedHashMap<String, Route>();
    var fields = new LinkedHashMap<String, Role>();
    Role least = Role.VIEWER;
    for (String line : text().lines().filter(line -> !line.isBlank()).toList()) {
      if (line.startsWith("#")) {
        continue;
      }
      var parts = line.strip().split(": ", 2);
      if (line.startsWith("  ")) {
        fields.put(parts[0], parts.length > 1 ? role(parts[1]).orElseThrow() : least);
      } else {
        fields = new LinkedHashMap<>();
        var role = role(parts[1].replace(", people only", ""));
        least = role.orElse(Role.VIEWER);
        routes.put(parts[0], new Route(role, parts[1].endsWith(", people only"), fields));
      }
    }
    var problems = Objects.requireNonNull(routes.remove(PROBLEMS)).fields();
    return new DeclaredRights(routes, problems);
  }

  private static Optional<Role> role(String name) {
    return name.equals("anyone") ? Optional.empty() : Optional.of(Role.lookup(name).orElseThrow());
  }

  private static String text() {
    try (var file = DeclaredRights.class.getResourceAsStream("who-sees-what.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
