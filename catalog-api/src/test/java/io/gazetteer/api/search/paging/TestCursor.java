package io.gazetteer.api.search.paging;

import io.gazetteer.api.web.input.Cursor;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Takes cursors apart and makes them up. */
final class TestCursor {
  private TestCursor() {}

  static ArrayNode values(String cursor) {
    var bytes = new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor));
    return (ArrayNode)
        JsonMapper.shared().readTree(new InflaterInputStream(bytes, new Inflater(true)));
  }

  static String of(ArrayNode values) {
    return Cursor.encode(values.valueStream().toArray());
  }
}
