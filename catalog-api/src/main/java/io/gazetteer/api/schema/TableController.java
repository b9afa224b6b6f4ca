package io.gazetteer.api.schema;

import io.gazetteer.api.web.Parameters;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tables of a database by name, one for each schema that has it. */
@RestController
final class TableController {
  private final Databases databases;
  private final TableLookup lookup;
  private final TableStream stream;
  private final SchemaJson json;

  TableController(Databases databases, TableLookup lookup, TableStream stream, SchemaJson json) {
    this.databases = databases;
    this.lookup = lookup;
    this.stream = stream;
    this.json = json;
  }

  @GetMapping(path = "/api/search-table", produces = MediaType.APPLICATION_JSON_VALUE)
  void table(Parameters parameters, HttpServletResponse response) throws IOException {
    var wanted = Databases.Wanted.of(parameters);
    var name = parameters.text("table_name");
    var schema = parameters.find("schema");
    parameters.check();
    var source = databases.find(wanted);
    var all = TableFilter.of(source.id());
    var found =
        lookup
            .find(schema.map(wish -> all.with("schema", wish)).orElse(all), name)
            .orElseThrow(
                () -> new Problem(ProblemCode.TABLE_NOT_FOUND, "There is no table of this name"));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    var out = json.open(response.getOutputStream());
    out.writeStartObject();
    SchemaJson.writeDatabase(source, out);
    out.writeArrayPropertyStart("tables");
    stream.writeAll(found.filter(), found.first(), out);
    out.writeEndArray();
    out.writeEndObject();
    out.close();
  }
}
