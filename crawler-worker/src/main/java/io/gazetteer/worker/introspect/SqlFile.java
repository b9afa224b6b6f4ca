package io.gazetteer.worker.introspect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Loads the queries, which live in one {@code .sql} file each beside this package's classes. */
public final class SqlFile {

  private SqlFile() {}

  /**
   * Returns the text of a file below this package's resources, for example {@code mysql/list.sql}.
   */
  public static String load(String path) {
    try (InputStream file = SqlFile.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("No such query: " + path);
      }
      return withoutComments(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes our comments, which are of no use in the log of a source. */
  private static String withoutComments(String text) {
    return text.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n"));
  }
}
