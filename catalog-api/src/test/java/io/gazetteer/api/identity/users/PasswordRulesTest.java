package io.gazetteer.api.identity.users;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "jane.doe12345"
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

  @Test
  void wantsTwelveToAThousandCharacters() {
    assertThat(PasswordRules.complaint("x7Kp2mQz9vL", "")).isPresent();
    assertThat(PasswordRules.complaint("x7Kp2mQz9v".repeat(100), "")).isEmpty();
    assertThat(PasswordRules.complaint("x7Kp2mQz9v".repeat(100) + "!", "")).isPresent();
  }
}
