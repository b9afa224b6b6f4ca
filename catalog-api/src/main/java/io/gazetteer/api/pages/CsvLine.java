package io.gazetteer.api.pages;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes lines of CSV. */
public final class CsvLine {
  private CsvLine() {}

  /** Returns a line; what is null stays empty. */
  public static String of(@Nullable String... cells) {
    return Arrays.stream(cells)
            .map(cell -> cell(Objects.requireNonNullElse(cell, "")))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  /** Quotes a text, and keeps programs for tables from taking it for a formula. */
  private static String cell(String text) {
    var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("[^\",\\r\\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
