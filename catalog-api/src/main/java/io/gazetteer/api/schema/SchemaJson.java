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

  /** Closing it after a failure must not make half an answer look whole. */
  JsonGenerator open(OutputStream out) {
    return json.writer().without(StreamWriteFeature.AUTO_CLOSE_CONTENT).createGenerator(out);
  }

  /** One value a line. */
  JsonGenerator openLines(OutputStream out) {
    return json.writer()
        .without(StreamWriteFeature.AUTO_CLOSE_CONTENT)
        .withRootValueSeparator("\n")
        .createGenerator(out);
  }

  /** The properties that say which database it is. */
  static void writeDatabase(DataSource source, JsonGenerator out) {
    out.writeStringProperty("id", source.id().toString());
    out.writeStringProperty("db_name", source.dbName());
    out.writeStringProperty("hostname", source.hostname());
    out.writeNumberProperty("port", source.port());
    out.writeStringProperty("db_type", source.kind().displayName());
  }
}
