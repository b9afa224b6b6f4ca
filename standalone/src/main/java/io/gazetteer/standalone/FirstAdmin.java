package io.gazetteer.standalone;

import io.gazetteer.standalone.client.CatalogApi;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Chooses or makes up the first administrator's password at the first start, which shows it once
 * and never again. Only the fact that it was shown stays here.
 */
final class FirstAdmin {
  private static final int LEAST_CHARACTERS = 12;

  private final Path shown;

  FirstAdmin(DataFolder data) {
    shown = data.secrets().resolve("admin-password-was-shown");
  }

  /**
   * Returns the password that the API is told; it takes it only while there is no user yet.
   *
   * @throws CannotStartException when the chosen one is too short to be taken
   */
  AdminPassword password(Optional<String> chosen) {
    if (chosen.isPresent()) {
      if (chosen.get().length() < LEAST_CHARACTERS && Files.notExists(shown)) {
        throw new CannotStartException(
            "GAZETTEER_ADMIN_PASSWORD is too short: give at least "
                + LEAST_CHARACTERS
                + " characters.");
      }
      return new AdminPassword.Given(chosen.get());
    }
    return Files.exists(shown) ? new AdminPassword.Unknown() : AdminPassword.Generated.make();
  }

  /**
   * Holds what the ready API makes of the password.
   *
   * @param password unknown when the API does not take the one that was tried: a catalog that
   *     others set up
   * @param token of a login with it
   */
  record Confirmed(AdminPassword password, Optional<String> token) {}

  Confirmed confirm(AdminPassword password, CatalogApi api) throws IOException {
    var tried = password.value();
    var token =
        tried.isPresent()
            ? api.logIn(AdminPassword.USERNAME, tried.get())
            : Optional.<String>empty();
    return new Confirmed(token.isPresent() ? password : new AdminPassword.Unknown(), token);
  }

  /** Remembers that the person has seen the password. */
  void wasShown() throws IOException {
    if (Files.notExists(shown)) {
      Files.createFile(shown);
    }
  }
}
