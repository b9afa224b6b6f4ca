package io.gazetteer.api.schema;

import io.gazetteer.api.schema.caching.Editions;
import io.gazetteer.api.schema.caching.KeptAnswers;
import io.gazetteer.api.sources.WantedSources;
import io.gazetteer.api.web.Parameters;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tables of a database by name, one for each schema that has it. */
@RestController
final class TableController {
  private final Databases databases;
  private final Editions editions;
  private final TableLookup lookup;
  private final SchemaWriter writer;
  private final KeptAnswers answers;

  TableController(
      Databases databases,
      Editions editions,
      TableLookup lookup,
      SchemaWriter writer,
      KeptAnswers answers) {
    this.databases = databases;
    this.editions = editions;
    this.lookup = lookup;
    this.writer = writer;
    this.answers = answers;
  }

  @GetMapping(path = "/api/search-table", produces = MediaType.APPLICATION_JSON_VALUE)
  void table(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var wanted = WantedSources.ofOneName(parameters);
    var name = parameters.text("table_name");
    var schema = parameters.find("schema").orElse(null);
    parameters.check();
    var source = databases.find(wanted);
    var validator = editions.find(source.id()).validator(source, "table", name, schema);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answers.answer(
        new KeptAnswers.Subject(source.id(), validator, true),
        request,
        response,
        out -> {
          var found =
              lookup
                  .find(TableFilter.of(source.id()), schema, name)
                  .orElseThrow(TableController::notFound);
          writer.writeTables(source, found, out);
        });
  }

  private static Problem notFound() {
    return new Problem(ProblemCode.TABLE_NOT_FOUND, "There is no table of this name");
  }
}
