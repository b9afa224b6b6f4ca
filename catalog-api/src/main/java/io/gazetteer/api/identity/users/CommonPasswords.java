package io.gazetteer.api.identity.users;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows the passwords that are tried first: well-known words, decorated with digits and signs or
 * repeated, the user's own name, runs of the alphabet or the keyboard, too few different
 * characters, and what zxcvbn estimates at fewer than {@value #FEW_GUESSES} guesses. Thread safe.
 */
final class CommonPasswords {
  private static final int LEAST_DIFFERENT = 5;

  /** What zxcvbn calls safe begins there. */
  private static final double FEW_GUESSES = 1e8;

  /**
   * So many characters are estimated. Random ones take 2 ms then, 30 ms if they were 64, and 18 s
   * if they were 200.
   */
  private static final int ESTIMATED = 40;

  private static final Zxcvbn ESTIMATOR = new Zxcvbn();
  private static final Pattern DECORATION = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
  private static final Set<String> WORDS = words();
  private static final String RUNS = runs();

  private CommonPasswords() {}

  static boolean areLike(String password, String username) {
    var plain = password.toLowerCase(Locale.ROOT);
    var core = core(plain);
    var name = username.toLowerCase(Locale.ROOT);
    return plain.chars().distinct().count() < LEAST_DIFFERENT
        || RUNS.contains(plain)
        || isMadeOf(plain, name)
        || isMadeOf(core, core(name))
        || WORDS.stream().anyMatch(word -> isMadeOf(core, word))
        || guesses(password, username) < FEW_GUESSES;
  }

  private static double guesses(String password, String username) {
    var known = Stream.concat(WORDS.stream(), Stream.of(username)).toList();
    var estimated = password.substring(0, Math.min(password.length(), ESTIMATED));
    return ESTIMATOR.measure(estimated, known).getGuesses();
  }

  /** Without digits and signs at its ends, and those inside read as the letters they stand for. */
  private static String core(String plain) {
    return DECORATION
        .matcher(plain)
        .replaceAll("")
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('4', 'a')
        .replace('@', 'a')
        .replace('5', 's')
        .replace('$', 's')
        .replace('!', 'i');
  }

  private static boolean isMadeOf(String core, String word) {
    return !word.isEmpty() && !core.isEmpty() && core.replace(word, "").isEmpty();
  }

  private static Set<String> words() {
    try (var file = CommonPasswords.class.getResourceAsStream("common-passwords.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split("\\s+")))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String runs() {
    var rows =
        Stream.of(
            "01234567890123456789",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertyuiopasdfghjklzxcvbnm",
            "qwertzuiopasdfghjklyxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "1q2w3e4r5t6y7u8i9o0p",
            "1qaz2wsx3edc4rfv5tgb6yhn",
            "qazwsxedcrfvtgbyhnujm");
    return rows.flatMap(row -> Stream.of(row + row, new StringBuilder(row + row).reverse()))
        .collect(Collectors.joining("\n"));
  }
}
