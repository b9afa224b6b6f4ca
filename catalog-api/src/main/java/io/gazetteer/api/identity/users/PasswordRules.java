package io.gazetteer.api.identity.users;

import java.util.Optional;

/** Says which passwords are taken: long ones that are not among the first to be guessed. */
final class PasswordRules {
  private PasswordRules() {}

  /**
   * Says what is wrong with a password, for example "must have at least 12 characters"; empty when
   * nothing is.
   */
  static Optional<String> complaint(String password, String username) {
    if (password.length() < PasswordHashes.LEAST_CHARACTERS) {
      return Optional.of("must have at least " + PasswordHashes.LEAST_CHARACTERS + " characters");
    }
    if (password.length() > PasswordHashes.MOST_CHARACTERS) {
      return Optional.of("must have at most " + PasswordHashes.MOST_CHARACTERS + " characters");
    }
    if (CommonPasswords.areLike(password, username)) {
      return Optional.of("is among the first that anyone would guess");
    }
    return Optional.empty();
  }
}
