package io.gazetteer.api.schema;

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
    out.writeStringProperty("id", source.id().toString());
    out.writeStringProperty("db_name", source.dbName());
    out.writeStringProperty("hostname", source.hostname());
    out.writeNumberProperty("port", source.port());
    out.writeStringProperty("db_type", source.kind().displayName());
  }
}
