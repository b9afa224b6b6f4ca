package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.api.sources.connectioncheck.ConnectionChecks;
import io.gazetteer.api.sources.connectioncheck.TestReport;
import io.gazetteer.api.web.JsonFields;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/db-credentials")
final class ConnectionCheckController {
  private final ConnectionChecks tests;

  ConnectionCheckController(ConnectionChecks tests) {
    this.tests = tests;
  }

  /** Of what has not been registered. */
  @PostMapping(path = "/test", consumes = MediaType.APPLICATION_JSON_VALUE)
  TestReport test(JsonFields fields) {
    return tests.of(DataSourceForm.registration(fields), NetworkDetail.isFor(Callers.current()));
  }

  /** Of what has been registered, with the stored password. */
  @PostMapping("/{id}/test")
  TestReport test(@PathVariable UUID id) {
    return tests.of(id, NetworkDetail.isFor(Callers.current()));
  }
}
