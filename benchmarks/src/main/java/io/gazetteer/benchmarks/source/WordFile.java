package io.gazetteer.benchmarks.source;

import io.gazetteer.common.words.IdentifierAnalyzer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;

/** Gazetteer's own list of the words that identifiers are made of. */
final class WordFile {
  private static final String RESOURCE = "/io/gazetteer/common/words/words.txt";
  private static final Pattern WORD = Pattern.compile("[a-z]{2,16}");

  private WordFile() {}

  /** The words, those of the more common sections first, and in any order within one. */
  static List<String> read(long seed) {
    var random = new Random(seed);
    var words = new LinkedHashSet<String>();
    var section = new ArrayList<String>();
    for (var line : lines()) {
      if (line.startsWith("[")) {
        Collections.shuffle(section, random);
        words.addAll(section);
        section.clear();
      } else if (WORD.matcher(line).matches()) {
        section.add(line);
      }
    }
    // The last section has the words that are never split, and common ones are not among them.
    return List.copyOf(words);
  }

  private static List<String> lines() {
    var resource = IdentifierAnalyzer.class.getResourceAsStream(RESOURCE);
    try (var in =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
      return in.readAllLines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
