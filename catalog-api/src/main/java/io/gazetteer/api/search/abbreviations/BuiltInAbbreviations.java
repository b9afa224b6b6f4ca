package io.gazetteer.api.search.abbreviations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads the list that comes with the project, {@code abbreviations.txt}. */
final class BuiltInAbbreviations {
  private static final Pattern LINE = Pattern.compile("([a-z0-9]+): ([a-z0-9 ]+(?:, [a-z0-9 ]+)*)");

  private BuiltInAbbreviations() {}

  static List<Abbreviation> read() {
    try (var in = BuiltInAbbreviations.class.getResourceAsStream("abbreviations.txt")) {
      var bytes = Objects.requireNonNull(in).readAllBytes();
      return parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Abbreviation> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(BuiltInAbbreviations::parseLine)
        .toList();
  }

  private static Abbreviation parseLine(String line) {
    var parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not an abbreviation: " + line);
    }
    return new Abbreviation(parts.group(1), List.of(parts.group(2).split(", ")));
  }
}
