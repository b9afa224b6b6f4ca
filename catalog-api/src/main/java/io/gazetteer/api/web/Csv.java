package io.gazetteer.api.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows of CSV that programs for tables read as text, whatever is in them. */
public final class Csv {
  public static final String MEDIA_TYPE = "text/csv";

  public static final String CONTENT_TYPE = MEDIA_TYPE + ";charset=UTF-8";

  /** What such programs take for the beginning of a formula, after spaces too. */
  private static final Pattern FORMULA = Pattern.compile("(?s)\\s*[=+\\-@＝＋－＠\\t\\r\\n].*");

  private static final Pattern PLAIN = Pattern.compile("[^\",;\\r\\n]*");

  private Csv() {}

  /** Writes one row with its end; an absent value becomes an empty cell. */
  public static String row(@Nullable String... cells) {
    return Arrays.stream(cells)
            .map(cell -> cell(Objects.requireNonNullElse(cell, "")))
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String cell(String text) {
    var safe = FORMULA.matcher(text).matches() ? "'" + text : text;
    return PLAIN.matcher(safe).matches() ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
