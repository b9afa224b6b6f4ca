package io.gazetteer.common.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Turns English plurals into singulars, for words of the letters a to z; others are left alone.
 * What matters is that both numbers of a noun meet and that two different words do not; whether the
 * result is in a dictionary does not. Idempotent; never longer than the word given. Verbs are left
 * alone.
 */
final class Singulars {

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Map<String, String> IRREGULAR =
      pairs(
          """
          people person men man women woman children child feet foot teeth tooth geese goose
          mice mouse indices index vertices vertex matrices matrix appendices appendix
          criteria criterion phenomena phenomenon quizzes quiz lenses lens buses bus gases gas
          aliases alias biases bias atlases atlas canvases canvas irises iris axes axis
          analyses analysis diagnoses diagnosis hypotheses hypothesis theses thesis
          crises crisis prognoses prognosis syntheses synthesis parentheses parenthesis
          lives life wives wife knives knife halves half shelves shelf selves self
          wolves wolf calves calf thieves thief loaves loaf scarves scarf hooves hoof
          menus menu skus sku gpus gpu cpus cpu gnus gnu emus emu bureaus bureau plateaus plateau
          apis api kpis kpi taxis taxi skis ski emojis emoji guis gui pois poi alibis alibi
          ids id ips ip dbs db pks pk fks fk ads ad tvs tv
          movies movie cookies cookie calories calorie zombies zombie selfies selfie
          brownies brownie hoodies hoodie smoothies smoothie rookies rookie genies genie
          prairies prairie aunties auntie birdies birdie
          caches cache aches ache headaches headache niches niche avalanches avalanche
          uses use reuses reuse abuses abuse excuses excuse muses muse accuses accuse misuses misuse
          shoes shoe toes toe foes foe hoes hoe canoes canoe oboes oboe
          """);

  /** These words end like a plural and are none, or their singular is another word. */
  private static final Set<String> UNCHANGED =
      Set.copyOf(
          words(
              """
          series species news goods customs means lens alias bias atlas canvas gas bus this has was
          does goes https cors saas paas iaas dbms rdbms hdfs ntfs ddos devops macos texas kansas arkansas
          christmas chaos cosmos ethos kudos always perhaps whereas besides overseas windows jeans
          alps pants aids sans plus naics prcs
          """));

  /** Regular plurals go on like this behind a letter that the singular may not have. */
  private static final List<String> RESTS = List.of("", "s", "es");

  private static final int SHORT = 3;

  private Singulars() {}

  static String singular(String word) {
    var before = word;
    var after = step(before);
    while (!after.equals(before)) {
      before = after;
      after = step(before);
    }
    return after;
  }

  /**
   * Returns the singulars of the plurals that begin with this text, and of the text itself, without
   * those that begin with it.
   */
  static Set<String> ofBeginning(String beginning) {
    var singulars = new TreeSet<String>();
    for (String rest : RESTS) {
      singulars.add(singular(beginning + rest));
    }
    if (!beginning.isEmpty()) {
      IRREGULAR.forEach(
          (plural, singular) -> {
            if (plural.startsWith(beginning)) {
              singulars.add(singular);
            }
          });
    }
    singulars.removeIf(singular -> singular.startsWith(beginning));
    return singulars;
  }

  /** Turns a plural into its singular; only made-up words (menuses) have a plural's plural. */
  private static String step(String word) {
    var irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    int length = word.length();
    if (length <= SHORT || word.charAt(length - 1) != 's' || !isEnglish(word)) {
      return word;
    }
    return switch (word.charAt(length - 2)) {
      case 's', 'u', 'i' -> word;
      case 'e' -> singularOfEs(word);
      default -> cut(word, 1);
    };
  }

  private static boolean isEnglish(String word) {
    return !UNCHANGED.contains(word) && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  private static String singularOfEs(String word) {
    if (word.endsWith("ies")) {
      return word.length() == SHORT + 1 ? cut(word, 1) : cut(word, 3) + "y";
    }
    return endsInSibilant(word) || word.endsWith("oes") || isLatinUs(word)
        ? cut(word, 2)
        : cut(word, 1);
  }

  private static boolean endsInSibilant(String word) {
    return word.endsWith("sses")
        || word.endsWith("xes")
        || word.endsWith("shes")
        || word.endsWith("ches")
        || word.endsWith("zzes")
        || word.endsWith("tzes");
  }

  /** Returns whether a word ends in a Latin -us: statuses and viruses do, houses and causes not. */
  private static boolean isLatinUs(String word) {
    return word.endsWith("uses")
        && !word.endsWith("ouses")
        && !word.endsWith("auses")
        && !word.endsWith("fuses");
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }

  private static Map<String, String> pairs(String text) {
    var words = words(text);
    var pairs = new HashMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      pairs.put(words.get(i), words.get(i + 1));
    }
    return Map.copyOf(pairs);
  }

  private static List<String> words(String text) {
    return BLANKS.splitAsStream(text.strip()).toList();
  }
}
