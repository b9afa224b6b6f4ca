package io.gazetteer.api.schema.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A table document inside an answer of Elasticsearch: where in its bytes the parts of it are that
 * the API shows. They are passed on as they are, which costs a fraction of reading and writing
 * them.
 */
public final class TableDocument {
  private final byte[] answer;
  private final List<String> sort;
  private final List<Part> parts;

  /**
   * @param sort what the answer was sorted by, as text
   */
  TableDocument(byte[] answer, List<String> sort, List<Part> parts) {
    this.answer = answer;
    this.sort = List.copyOf(sort);
    this.parts = List.copyOf(parts);
  }

  /**
   * Bytes of the answer.
   *
   * @param before what stands before them: the names of properties, which are ours
   */
  record Part(String before, int from, int to) {}

  /** Returns the place in a search that sorts by score, schema and name. */
  double score() {
    return Double.parseDouble(sort.getFirst());
  }

  /** Returns the place in a search that sorts by schema and name in the end. */
  TableRef reference() {
    int last = sort.size() - 1;
    return new TableRef("", sort.get(last - 1), sort.get(last), 0);
  }

  /** Reads the table in the API's shape. */
  public JsonNode json() {
    var bytes = new ByteArrayOutputStream();
    try {
      write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return JsonMapper.shared().readTree(bytes.toByteArray());
  }

  /** Writes the table in the API's shape, on one line. */
  public void write(OutputStream out) throws IOException {
    for (Part part : parts) {
      out.write(part.before().getBytes(StandardCharsets.UTF_8));
      out.write(answer, part.from(), part.to() - part.from());
    }
    out.write('}');
  }
}
