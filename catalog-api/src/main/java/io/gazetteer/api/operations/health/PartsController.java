package io.gazetteer.api.operations.health;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators how the parts are, and what waits for each. */
@RestController
final class PartsController {
  private final PartsReport report;

  PartsController(PartsReport report) {
    this.report = report;
  }

  record Parts(List<PartView> parts) {}

  @GetMapping("/api/parts")
  Parts read() {
    return new Parts(report.read());
  }
}
