package io.gazetteer.api.pages.diagram;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.TablePath;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.schema.caching.SchemaVersions;
import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.tables.CatalogTables;
import io.gazetteer.api.search.diagram.DiagramForm;
import io.gazetteer.api.search.diagram.DiagramRequest;
import io.gazetteer.api.search.diagram.Diagrams;
import io.gazetteer.api.search.diagram.Drawing;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a diagram: the tables around one, or the groups of tables of a database. */
@Controller
final class DiagramPageController {
  private final Answers answers;
  private final CatalogTables tables;
  private final SchemaVersions versions;
  private final Diagrams diagrams;
  private final DataSourceDirectory sources;

  DiagramPageController(
      Answers answers,
      CatalogTables tables,
      SchemaVersions versions,
      Diagrams diagrams,
      DataSourceDirectory sources) {
    this.answers = answers;
    this.tables = tables;
    this.versions = versions;
    this.diagrams = diagrams;
    this.sources = sources;
  }

  @GetMapping("/db/{database}/diagram")
  ResponseEntity<byte[]> diagram(@PathVariable String database, Visit visit) {
    var paths = new TablePath(sources.now());
    var source =
        paths
            .find(database)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "No database is registered under this name, or more than one"));
    var asked = new DiagramVisit(visit, source, paths);
    var subject =
        new Diagrams.Subject(source.id(), source.dbName(), versions.find(source.id()).name());
    var text = visit.text("table").strip();
    var found = text.isEmpty() ? List.<TableName>of() : found(source.id(), text, visit);
    var request = asked.request(found.size() == 1 ? found.getFirst() : null);
    var form = DiagramForm.lookup(visit.text("as")).orElse(null);
    if (form != null) {
      return file(asked, subject, request, form);
    }
    var page = new DiagramViews(asked, request, text, found);
    return answers.of(
        page.page(drawing(subject, request)),
        text.isEmpty() || !found.isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
  }

  private List<TableName> found(UUID source, String text, Visit visit) {
    var schema = visit.text("schema");
    var found =
        schema.isEmpty()
            ? tables.find(source, text)
            : tables.find(source, schema, text).stream().toList();
    return found.stream().map(table -> DescribedTable.of(table).name()).toList();
  }

  private @Nullable Drawing drawing(Diagrams.Subject subject, DiagramRequest request) {
    var drawing = diagrams.draw(subject, request);
    return drawing.diagram().boxes().isEmpty() ? null : drawing;
  }

  private ResponseEntity<byte[]> file(
      DiagramVisit asked, Diagrams.Subject subject, DiagramRequest request, DiagramForm form) {
    if (form.isOfTables() && request.focus() == null) {
      throw new NotFoundException("There is no such file of groups of tables");
    }
    return DiagramFiles.of(asked, diagrams.draw(subject, request), form);
  }
}
