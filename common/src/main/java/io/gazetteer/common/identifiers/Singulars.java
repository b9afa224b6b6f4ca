package io.gazetteer.common.identifiers;

import java.util.Map;
import java.util.Set;

/**
 * The singular of an English word. Names mix {@code order} and {@code orders} without meaning
 * anything by it. Words that only look like plurals stay; when in doubt a word stays, since both
 * sides of a search go through here.
 */
final class Singulars {
  private static final int SHORTEST = 4;

  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("people", "person"),
          Map.entry("children", "child"),
          Map.entry("men", "man"),
          Map.entry("women", "woman"),
          Map.entry("indices", "index"),
          Map.entry("indexes", "index"),
          Map.entry("vertices", "vertex"),
          Map.entry("matrices", "matrix"),
          Map.entry("analyses", "analysis"),
          Map.entry("diagnoses", "diagnosis"),
          Map.entry("crises", "crisis"),
          Map.entry("criteria", "criterion"),
          Map.entry("movies", "movie"),
          Map.entry("cookies", "cookie"),
          Map.entry("ids", "id"),
          Map.entry("leaves", "leaf"),
          Map.entry("shelves", "shelf"),
          Map.entry("halves", "half"),
          Map.entry("buses", "bus"),
          Map.entry("gases", "gas"),
          Map.entry("aliases", "alias"),
          Map.entry("pies", "pie"),
          Map.entry("ties", "tie"),
          Map.entry("lies", "lie"));

  private static final Set<String> UNCHANGED =
      Set.of(
          "series",
          "species",
          "news",
          "gas",
          "bus",
          "lens",
          "canvas",
          "atlas",
          "alias",
          "bias",
          "always",
          "https",
          "sms",
          "gps",
          "dns",
          "cms",
          "pos",
          "aws",
          "sas",
          "css",
          "rss",
          "tls",
          "this",
          "has",
          "was",
          "is",
          "us",
          "os",
          "as",
          "its",
          "plus",
          "previous",
          "means",
          "address",
          "access",
          "process",
          "business",
          "status",
          "census",
          "campus",
          "bonus",
          "corpus",
          "virus",
          "radius",
          "focus",
          "gross",
          "class",
          "loss",
          "pass",
          "less",
          "yes",
          "basis",
          "axis",
          "analysis",
          "diagnosis",
          "crisis",
          "thesis",
          "emphasis",
          "chassis",
          "kubernetes",
          "jenkins",
          "windows",
          "mathematics",
          "physics",
          "logistics");

  private Singulars() {}

  /** Expects lower case; anything but a plural of ASCII letters comes back as it is. */
  static String of(String word) {
    var irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() < SHORTEST || !word.endsWith("s") || UNCHANGED.contains(word)) {
      return word;
    }
    return strip(word);
  }

  private static String strip(String word) {
    int length = word.length();
    if (word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return length > 4 ? word.substring(0, length - 3) + "y" : word;
    }
    if (word.endsWith("sses")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("xes")
        || word.endsWith("zzes")
        || (word.endsWith("es") && UNCHANGED.contains(word.substring(0, length - 2)))) {
      return word.substring(0, length - 2);
    }
    return word.substring(0, length - 1);
  }
}
