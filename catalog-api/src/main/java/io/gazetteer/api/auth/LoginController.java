package io.gazetteer.api.auth;

import io.gazetteer.api.web.JsonFields;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import java.util.Objects;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class LoginController {
  static final String PATH = "/api/auth/login";
  private static final Logger log = LoggerFactory.getLogger(LoginController.class);

  private final Users users;
  private final Passwords passwords;
  private final AccessTokens tokens;

  LoginController(Users users, Passwords passwords, AccessTokens tokens) {
    this.users = users;
    this.passwords = passwords;
    this.tokens = tokens;
  }

  /**
   * @param expiresIn seconds
   */
  record Tokens(String accessToken, String tokenType, long expiresIn) {}

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Tokens> login(JsonFields fields) {
    var username = fields.text("username");
    var password = fields.text("password");
    fields.refuseOthers(Set.of("username", "password"));
    fields.check();
    var token = login(Objects.requireNonNull(username), Objects.requireNonNull(password));
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .body(new Tokens(token, "Bearer", AccessTokens.LIFETIME.toSeconds()));
  }

  private String login(String username, String password) {
    var user = users.find(username).orElse(null);
    var hash = user == null ? null : user.passwordHash();
    boolean known = passwords.matches(cut(password), hash);
    if (user == null || !known) {
      log.warn("A login failed");
      throw new Problem(ProblemCode.UNAUTHORIZED, "The user name or the password is wrong");
    }
    return tokens.issue(user);
  }

  /** A hash of more costs more; no password that long was ever stored. */
  private static String cut(String password) {
    return password.length() > Passwords.MOST_CHARACTERS ? "" : password;
  }
}
