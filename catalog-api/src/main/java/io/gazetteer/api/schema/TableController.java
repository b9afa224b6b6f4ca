package io.gazetteer.api.schema;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.caching.AnswerCache;
import io.gazetteer.api.schema.caching.SchemaVersions;
import io.gazetteer.api.schema.past.PastTables;
import io.gazetteer.api.schema.tables.TableFilter;
import io.gazetteer.api.schema.tables.TableLookup;
import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.AsOf;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Looks tables of a database up by name, one for each schema that has it. */
@RestController
final class TableController {
  private final Databases databases;
  private final SchemaVersions versions;
  private final TableLookup lookup;
  private final SchemaWriter writer;
  private final AnswerCache answers;
  private final PastTables past;

  TableController(
      Databases databases,
      SchemaVersions versions,
      TableLookup lookup,
      SchemaWriter writer,
      AnswerCache answers,
      PastTables past) {
    this.databases = databases;
    this.versions = versions;
    this.lookup = lookup;
    this.writer = writer;
    this.answers = answers;
    this.past = past;
  }

  @GetMapping(path = "/api/search-table", produces = MediaType.APPLICATION_JSON_VALUE)
  void table(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var wanted = WantedDataSources.ofOneName(parameters);
    var name = parameters.text("table_name");
    var schema = parameters.find("schema").orElse(null);
    var asOf = AsOf.read("as_of", parameters);
    parameters.check();
    var source = databases.find(wanted);
    if (asOf != null) {
      response.setContentType(MediaType.APPLICATION_JSON_VALUE);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      var table = past(source.id(), schema, name, asOf);
      writer.writeTable(source, table, response.getOutputStream());
      return;
    }
    var entityTag = versions.find(source.id()).entityTag(source, "table", name, schema);
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    answers.answer(
        new AnswerCache.Subject(source.id(), entityTag, true),
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

  private JsonNode past(UUID id, @Nullable String schema, String name, Instant asOf) {
    int dot = name.indexOf('.');
    var known = schema == null && dot > 0 ? name.substring(0, dot) : schema;
    var own = schema == null && dot > 0 ? name.substring(dot + 1) : name;
    try {
      return past.find(id, known == null ? "" : known, own, asOf);
    } catch (NotFoundException e) {
      throw new Problem(ProblemCode.TABLE_NOT_FOUND, String.valueOf(e.getMessage()));
    }
  }

  private static Problem notFound() {
    return new Problem(ProblemCode.TABLE_NOT_FOUND, "There is no table of this name");
  }
}
