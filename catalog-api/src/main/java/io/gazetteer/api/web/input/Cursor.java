package io.gazetteer.api.web.input;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Tells the caller in an opaque word where a page ended: a JSON array, deflated, in base64url. */
public final class Cursor {
  /** Limits the characters of a cursor, which stands in a URL. */
  static final int MOST_CHARACTERS = 6000;

  /** Limits the bytes of the array: a made-up cursor must not grow into more. */
  private static final int MOST_BYTES = 16_384;

  private static final JsonMapper JSON = JsonMapper.shared();

  private Cursor() {}

  /** Checks the values of a cursor, so that a made-up one is refused. */
  public record Shape(List<Predicate<JsonNode>> values) {
    public Shape {
      values = List.copyOf(values);
    }

    Optional<List<JsonNode>> read(ArrayNode array) {
      boolean fits =
          array.size() == values.size()
              && IntStream.range(0, values.size()).allMatch(i -> fits(values.get(i), array.get(i)));
      return fits ? Optional.of(array.valueStream().toList()) : Optional.empty();
    }

    /** Checks one value; PostgreSQL refuses to compare with a null character. */
    private static boolean fits(Predicate<JsonNode> value, JsonNode node) {
      return value.test(node) && !(node.isString() && node.stringValue().indexOf('\0') >= 0);
    }
  }

  /** Writes the cursor for these values. */
  public static String encode(Object... values) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(deflated(JSON.writeValueAsBytes(values)));
  }

  private static byte[] deflated(byte[] bytes) {
    var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    var deflated = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(deflated, deflater)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return deflated.toByteArray();
  }

  static <T> Optional<T> decode(String cursor, Function<ArrayNode, Optional<T>> reader) {
    try {
      var bytes = inflated(Base64.getUrlDecoder().decode(cursor));
      return JSON.readTree(bytes) instanceof ArrayNode array
          ? reader.apply(array)
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException | IOException e) {
      return Optional.empty();
    }
  }

  private static byte[] inflated(byte[] bytes) throws IOException {
    var inflater = new Inflater(true);
    try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater)) {
      var inflated = in.readNBytes(MOST_BYTES + 1);
      if (inflated.length > MOST_BYTES) {
        throw new IOException("Longer than any cursor");
      }
      return inflated;
    } finally {
      inflater.end();
    }
  }
}
