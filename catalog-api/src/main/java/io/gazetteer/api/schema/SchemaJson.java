package io.gazetteer.api.schema;

import io.gazetteer.api.sources.DatabaseRef;
import io.gazetteer.common.catalog.DataSource;
import java.io.OutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Opens generators for streamed answers, and writes what they have in common. */
@Component
final class SchemaJson {
  private final JsonMapper json;

  SchemaJson(JsonMapper json) {
    this.json = json;
  }

  /**
   * What it has been given is in the stream once it is flushed, which goes no further: others may
   * write in between. Closing it after a failure must not make half an answer look whole.
   */
  JsonGenerator open(OutputStream out) {
    return json.writer()
        .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .without(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
        .createGenerator(out);
  }

  /** Writes the properties that say which database it is. */
  static void writeDatabase(DataSource source, JsonGenerator out) {
    var database = DatabaseRef.of(source);
    var port = database.port();
    out.writeStringProperty("id", database.id().toString());
    out.writeStringProperty("db_name", database.dbName());
    out.writeStringProperty("hostname", database.hostname());
    if (port != null) {
      out.writeNumberProperty("port", port);
    }
    out.writeStringProperty("db_type", database.dbType());
  }
}
