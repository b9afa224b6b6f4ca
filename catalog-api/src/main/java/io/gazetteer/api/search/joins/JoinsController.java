package io.gazetteer.api.search.joins;

import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers how two tables are joined. */
@RestController
final class JoinsController {
  /** No data source has it. */
  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  private final Joins joins;
  private final DataSourceDirectory sources;

  JoinsController(Joins joins, DataSourceDirectory sources) {
    this.joins = joins;
    this.sources = sources;
  }

  @GetMapping(path = "/api/joins", produces = MediaType.APPLICATION_JSON_VALUE)
  JoinAnswer joins(Parameters parameters) {
    var from = parameters.text("from");
    var to = parameters.text("to");
    var wanted = WantedDataSources.of(parameters);
    parameters.check();
    // All that are registered: documents of a deleted one may still be in the index.
    var ids = sources.now().matching(wanted::fits);
    return joins.between(from, to, ids.isEmpty() ? List.of(NONE) : ids);
  }
}
