package io.gazetteer.api.search.diagram;

import io.gazetteer.api.failure.NotFoundException;
import io.gazetteer.api.schema.caching.AnswerCache;
import io.gazetteer.api.schema.caching.SchemaVersions;
import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.tables.CatalogTables;
import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.common.relation.TableName;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers with diagrams: pictures, or texts and data that other programs draw. */
@RestController
final class DiagramController {
  /** A picture loads nothing and runs nothing, but it has its own style. */
  private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

  private final Databases databases;
  private final SchemaVersions versions;
  private final CatalogTables tables;
  private final Diagrams diagrams;
  private final AnswerCache answers;
  private final JsonMapper json;

  DiagramController(
      Databases databases,
      SchemaVersions versions,
      CatalogTables tables,
      Diagrams diagrams,
      AnswerCache answers,
      JsonMapper json) {
    this.databases = databases;
    this.versions = versions;
    this.tables = tables;
    this.diagrams = diagrams;
    this.answers = answers;
    this.json = json;
  }

  @GetMapping(
      path = "/api/diagram",
      produces = {"image/svg+xml", "application/json", "text/vnd.mermaid", "text/x-dbml"})
  void diagram(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    var query = DiagramQuery.of(parameters, databases);
    var form = Objects.requireNonNullElseGet(query.form(), () -> accepted(request));
    if (form.isOfTables() && query.table() == null) {
      parameters.refuse("table", "is missing");
      parameters.check();
    }
    var source = query.source();
    var version = versions.find(source.id());
    var entityTag =
        version.entityTag(
            source,
            "diagram",
            form,
            query.schema(),
            query.table(),
            query.depth(),
            query.expanded(),
            query.from(),
            query.allColumns());
    response.setContentType(form.mediaType());
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    if (form == DiagramForm.SVG) {
      response.setHeader("Content-Security-Policy", POLICY);
    }
    answers.answer(
        new AnswerCache.Subject(source.id(), entityTag, true),
        request,
        response,
        out ->
            out.write(
                write(query, focus(query, parameters), form, version.name())
                    .getBytes(StandardCharsets.UTF_8)));
  }

  /** Chooses the form that fits the header {@code Accept} best; a picture fits any. */
  private static DiagramForm accepted(HttpServletRequest request) {
    var accept = request.getHeader(HttpHeaders.ACCEPT);
    return MediaType.parseMediaTypes(accept).stream()
        .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
        .flatMap(
            type ->
                Arrays.stream(DiagramForm.values())
                    .filter(form -> type.includes(MediaType.parseMediaType(form.mediaType()))))
        .findFirst()
        .orElse(DiagramForm.SVG);
  }

  private String write(
      DiagramQuery query, @Nullable TableName focus, DiagramForm form, @Nullable String version) {
    var source = query.source();
    var request = query.request(focus);
    var drawing =
        diagrams.draw(new Diagrams.Subject(source.id(), source.dbName(), version), request);
    return switch (form) {
      case SVG ->
          SvgWriter.alone(
              drawing, PageLinks.byId("../", source.id().toString(), source.dbName(), request));
      case JSON ->
          json.writeValueAsString(
              DiagramAnswer.of(source.id(), source.dbName(), drawing.diagram()));
      case MERMAID, DBML -> DiagramTexts.write(form, drawing.diagram());
    };
  }

  private @Nullable TableName focus(DiagramQuery query, Parameters parameters) {
    var schema = query.schema();
    var table = query.table();
    if (table == null) {
      return null;
    }
    var found =
        schema == null
            ? tables.find(query.source().id(), table)
            : tables.find(query.source().id(), schema, table).stream().toList();
    if (found.isEmpty()) {
      throw new NotFoundException("The database has no such table, or no crawl has found it yet");
    }
    var names = found.stream().map(one -> DescribedTable.of(one).name()).toList();
    if (names.size() > 1) {
      parameters.refuse(
          "table",
          names.stream()
              .map(TableName::path)
              .collect(Collectors.joining(", ", "must be one of ", "")));
      parameters.check();
    }
    return names.getFirst();
  }
}
