package io.gazetteer.standalone.judged;

import io.gazetteer.standalone.support.TargetDatabase;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The databases that the judged queries are about, made once on the tests' servers. */
final class JudgedDatabases {
  /** Those that are searched together. */
  static final List<String> NAMES = List.of("webshop", "hospital", "coreins", "opsdata");

  /** The databases that come with Gazetteer; each is only searched by itself. */
  static final List<String> SAMPLES = List.of("bookshop", "logistics");

  private JudgedDatabases() {}

  private static final class Made {
    static final List<TargetDatabase> DATABASES =
        Stream.concat(
                NAMES.stream().map(name -> Targets.postgres(name, "judged/" + name + ".sql")),
                Stream.of(Targets.bookshop(), Targets.logistics()))
            .toList();
  }

  static List<TargetDatabase> all() {
    return Made.DATABASES;
  }

  static boolean has(String name) {
    return NAMES.contains(name) || SAMPLES.contains(name);
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
