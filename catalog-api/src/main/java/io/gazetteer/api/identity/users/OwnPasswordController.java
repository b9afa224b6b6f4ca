package io.gazetteer.api.identity.users;

import io.gazetteer.api.web.input.JsonFields;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the caller's own password, and so ends all of the caller's sessions, this one too. */
@RestController
final class OwnPasswordController {
  private final OwnPassword password;

  OwnPasswordController(OwnPassword password) {
    this.password = password;
  }

  @PostMapping(path = "/api/auth/password", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(JsonFields fields) {
    password.change(fields);
  }
}
