package io.gazetteer.api.schema;

import io.gazetteer.api.schema.caching.AnswerCache;
import io.gazetteer.api.schema.formats.SchemaFormat;
import io.gazetteer.api.sources.Databases;
import io.gazetteer.api.web.Csv;
import io.gazetteer.api.web.input.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Streams the schema of a database in other forms than JSON. */
@RestController
final class SchemaFormatController {
  private final Databases databases;
  private final SchemaController schemas;
  private final SchemaPages pages;
  private final SchemaWriter writer;
  private final AnswerCache answers;

  SchemaFormatController(
      Databases databases,
      SchemaController schemas,
      SchemaPages pages,
      SchemaWriter writer,
      AnswerCache answers) {
    this.databases = databases;
    this.schemas = schemas;
    this.pages = pages;
    this.writer = writer;
    this.answers = answers;
  }

  @GetMapping(path = SchemaController.PATH, produces = "application/sql")
  void ddl(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(SchemaFormat.DDL, parameters, request, response);
  }

  @GetMapping(path = SchemaController.PATH, produces = "text/x-dbml")
  void dbml(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(SchemaFormat.DBML, parameters, request, response);
  }

  @GetMapping(path = SchemaController.PATH, produces = "text/vnd.mermaid")
  void mermaid(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(SchemaFormat.MERMAID, parameters, request, response);
  }

  @GetMapping(path = SchemaController.PATH, produces = MediaType.TEXT_PLAIN_VALUE)
  void text(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(SchemaFormat.TEXT, parameters, request, response);
  }

  @GetMapping(path = SchemaController.PATH, produces = Csv.MEDIA_TYPE)
  void csv(Parameters parameters, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(SchemaFormat.CSV, parameters, request, response);
  }

  private void write(
      SchemaFormat format,
      Parameters parameters,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var query = SchemaQuery.of(parameters, databases);
    var version = schemas.start(query, format.mediaType() + ";charset=UTF-8", response);
    answers.answer(
        SchemaController.subject(query, version, format.parameter(), null),
        request,
        response,
        out -> {
          var page = pages.find(query);
          if (page.nextCursor() != null) {
            response.setHeader(SchemaController.NEXT_CURSOR, page.nextCursor());
          }
          if (SchemaController.wantsBody(request)) {
            writer.writeFormatted(query, page, format, out);
          }
        });
  }
}
