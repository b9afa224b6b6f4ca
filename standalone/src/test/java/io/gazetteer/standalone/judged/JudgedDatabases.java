package io.gazetteer.standalone.judged;

import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The databases that the judged queries are about, made once on the tests' PostgreSQL. */
final class JudgedDatabases {
  static final List<String> NAMES = List.of("webshop", "hospital", "coreins", "opsdata");

  private JudgedDatabases() {}

  private static final class Made {
    static final List<TargetDatabase> DATABASES =
        NAMES.stream().map(name -> Targets.postgres(name, "judged/" + name + ".sql")).toList();
  }

  static List<TargetDatabase> all() {
    return Made.DATABASES;
  }

  static String resource(String name) {
    try (var in =
        JudgedDatabases.class.getResourceAsStream("/io/gazetteer/standalone/judged/" + name)) {
      if (in == null) {
        throw new IllegalStateException("There is no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
