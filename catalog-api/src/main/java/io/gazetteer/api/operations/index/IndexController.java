package io.gazetteer.api.operations.index;

import io.gazetteer.api.operations.index.IndexAdministration.IndexView;
import io.gazetteer.api.web.Creates;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class IndexController {
  private static final URI INDEX = URI.create("/api/index");

  private final IndexAdministration index;

  IndexController(IndexAdministration index) {
    this.index = index;
  }

  @GetMapping("/api/index")
  IndexView read() {
    return index.read();
  }

  @Creates
  @PostMapping("/api/index/rebuild")
  ResponseEntity<RebuildView> rebuild() {
    var rebuild =
        index
            .rebuild()
            .orElseThrow(
                () ->
                    new Problem(
                        ProblemCode.REBUILD_RUNNING, "A rebuild of the index is running already"));
    return ResponseEntity.accepted().location(INDEX).body(rebuild);
  }
}
