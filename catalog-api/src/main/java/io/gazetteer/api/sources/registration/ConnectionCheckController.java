package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.sources.connectioncheck.ConnectionChecks;
import io.gazetteer.api.sources.connectioncheck.ConnectionReport;
import io.gazetteer.api.sources.connectioncheck.ServerReport;
import io.gazetteer.api.sources.registration.forms.DataSourceForm;
import io.gazetteer.api.web.input.JsonFields;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets people check whether a database can be read before they wait for a crawl. */
@RestController
@RequestMapping("/api/db-credentials")
final class ConnectionCheckController {
  private final ConnectionChecks checks;

  ConnectionCheckController(ConnectionChecks checks) {
    this.checks = checks;
  }

  /** Checks what has not been registered. */
  @PostMapping(path = "/test", consumes = MediaType.APPLICATION_JSON_VALUE)
  ConnectionReport test(JsonFields fields) {
    var source = DataSourceForm.newDataSource(fields);
    return checks.of(source.address(), source.password(), Callers.current());
  }

  /** Lists what could be registered of a server; the password is sent again with each of it. */
  @PostMapping(path = "/databases", consumes = MediaType.APPLICATION_JSON_VALUE)
  ServerReport databases(JsonFields fields) {
    var server = DataSourceForm.server(fields);
    try (var password = server.password()) {
      return checks.databases(server.address(), password, Callers.current());
    }
  }

  /** Checks what has been registered, with its stored password. */
  @PostMapping("/{id}/test")
  ConnectionReport test(@PathVariable UUID id) {
    return checks.of(id, Callers.current());
  }
}
