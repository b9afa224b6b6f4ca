package io.gazetteer.api.identity.users;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd2025!",
        "administrator",
        "welcomewelcome",
        "123456789012",
        "098765432109",
        "qwertyuiopas",
        "zyxwvutsrqponm",
        "aaaaaaaaaaaaaaaa",
        "abababababab",
        "gazetteer2026",
        "$$$iloveyou$$$",
        "jane.doe12345",
        "manchesterunited",
        "sunshineprincess",
        "q1w2e3r4t5y6u7i8",
        "harrypotter2001",
        "hunter2hunter2x",
        "geheimwachtwoord"
      })
  void refusesWhatIsGuessedFirst(String password) {
    assertThat(PasswordRules.complaint(password, "jane.doe"))
        .contains("is among the first that anyone would guess");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "test-admin-password",
        "long-enough-password",
        "correct horse battery",
        "x7Kp2mQz9vLw",
        "my password is long",
        "Grüße aus Köln 7",
        "884201937465"
      })
  void takesOthers(String password) {
    assertThat(PasswordRules.complaint(password, "jane.doe")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reader-7-of-3", "Reader-7-of-3", "!reader-7-of-99"})
  void refusesTheUsersOwnName(String password) {
    assertThat(PasswordRules.complaint(password, "reader-7-of-3")).isPresent();
  }

  /** The list is that of the library; before it, six in seven of these were taken. */
  @Test
  void refusesWhatHasLeakedMostOften() throws IOException {
    try (var file = Zxcvbn.class.getResourceAsStream("matchers/dictionaries/passwords.txt")) {
      var text = new String(requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      var leaked = text.lines().filter(password -> password.length() >= 12).toList();

      assertThat(leaked).hasSizeGreaterThan(200);
      assertThat(leaked)
          .allSatisfy(
              password -> assertThat(PasswordRules.complaint(password, "jane.doe")).isPresent());
    }
  }

  /** The estimate of all its characters would take hours. */
  @Test
  @Timeout(10)
  void takesALongRandomOneInAMoment() {
    var random = new Random(1);
    var password = new StringBuilder();
    random.ints(1_000, '!', '~').forEach(character -> password.append((char) character));

    assertThat(PasswordRules.complaint(password.toString(), "jane.doe")).isEmpty();
  }

  @Test
  void wantsTwelveToAThousandCharacters() {
    assertThat(PasswordRules.complaint("x7Kp2mQz9vL", "")).isPresent();
    assertThat(PasswordRules.complaint("x7Kp2mQz9v".repeat(100), "")).isEmpty();
    assertThat(PasswordRules.complaint("x7Kp2mQz9v".repeat(100) + "!", "")).isPresent();
  }
}
