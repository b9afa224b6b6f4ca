package io.gazetteer.api.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Where a page ended, as an opaque word for the caller: a JSON array in base64url. */
public final class Cursor {
  private static final JsonMapper JSON = JsonMapper.shared();

  private Cursor() {}

  /** What the values of a cursor must be, so that a made-up one is refused. */
  public record Shape(List<Predicate<JsonNode>> values) {
    public Shape {
      values = List.copyOf(values);
    }

    boolean fits(ArrayNode array) {
      return array.size() == values.size()
          && IntStream.range(0, values.size()).allMatch(i -> fits(values.get(i), array.get(i)));
    }

    /** PostgreSQL refuses to compare with a null character. */
    private static boolean fits(Predicate<JsonNode> value, JsonNode node) {
      return value.test(node) && !(node.isString() && node.stringValue().indexOf('\0') >= 0);
    }
  }

  /** The cursor for these values. */
  public static String encode(Object... values) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
  }

  static Optional<List<JsonNode>> decode(String cursor, Shape shape) {
    try {
      var json = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return JSON.readTree(json) instanceof ArrayNode array && shape.fits(array)
          ? Optional.of(array.valueStream().toList())
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }
}
