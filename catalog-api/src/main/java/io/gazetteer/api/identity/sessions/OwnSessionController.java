package io.gazetteer.api.identity.sessions;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows everyone their own sessions, and ends them; administrators end those of an issuer. */
@RestController
@RequestMapping("/api/auth/sessions")
final class OwnSessionController {
  private final OwnSessions sessions;
  private final ExternalSessions external;

  OwnSessionController(OwnSessions sessions, ExternalSessions external) {
    this.sessions = sessions;
    this.external = external;
  }

  record Sessions(List<OwnSession> sessions) {}

  @GetMapping
  Sessions list() {
    var user = Callers.current().userId();
    return new Sessions(user == null ? List.of() : sessions.of(user));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id) {
    var user = Callers.current().userId();
    boolean isOver =
        (user != null && sessions.end(user, id)) || (Callers.have(Role.ADMIN) && external.end(id));
    if (!isOver) {
      throw new NotFoundException("There is no such session");
    }
  }
}
