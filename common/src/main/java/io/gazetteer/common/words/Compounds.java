package io.gazetteer.common.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins words that are written in parts or together, and mean the same: {@code e_mail}, {@code
 * eMail} and {@code email}; {@code TimeStamp} and {@code timestamp}; {@code b2b}. They are always
 * joined, whatever stands between the parts. Immutable, safe for all threads.
 */
final class Compounds {

  private final Map<String, List<List<String>>> byLastPart = new HashMap<>();

  /** Reads one compound from each line, its parts in normal form, separated by blanks. */
  Compounds(List<String> lines) {
    for (var line : lines) {
      if (!line.isBlank() && !line.startsWith("#")) {
        var parts = List.of(line.split(" "));
        byLastPart.computeIfAbsent(parts.getLast(), p -> new ArrayList<>()).add(parts);
      }
    }
  }

  /** Returns the compounds as one word each; not those with digits, which no dictionary holds. */
  List<String> joined() {
    return byLastPart.values().stream()
        .flatMap(List::stream)
        .map(parts -> String.join("", parts))
        .filter(word -> word.chars().allMatch(Character::isLetter))
        .toList();
  }

  /** Joins the last words to one word if they are a compound. */
  void joinEnd(List<Word> words) {
    var candidates = byLastPart.get(words.getLast().text());
    if (candidates == null) {
      return;
    }
    for (var parts : candidates) {
      if (endsWith(words, parts)) {
        var end = words.subList(words.size() - parts.size(), words.size());
        var joined = new Word(String.join("", parts), end.getFirst().start(), end.getLast().end());
        end.clear();
        words.add(joined);
        return;
      }
    }
  }

  private static boolean endsWith(List<Word> words, List<String> parts) {
    int from = words.size() - parts.size();
    if (from < 0) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!words.get(from + i).text().equals(parts.get(i))) {
        return false;
      }
    }
    return true;
  }
}
