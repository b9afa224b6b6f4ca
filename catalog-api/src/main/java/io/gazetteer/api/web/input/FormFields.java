package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads what someone has filled into a form of a page. Fields left empty count as left out. */
public final class FormFields {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FormHttpMessageConverter FORMS = new FormHttpMessageConverter();

  private static final Pattern SEPARATORS = Pattern.compile("[,\\n\\r]");

  private final Map<String, String[]> values;

  public FormFields(Map<String, String[]> values) {
    this.values = values;
  }

  /** Has no headers: browsers send a form in the encoding of its page, and ours are UTF-8. */
  private record Sent(InputStream getBody, HttpHeaders getHeaders) implements HttpInputMessage {}

  /**
   * Reads the form that was sent; there are no fields when it was something else. Fields in the
   * query are none of the form.
   *
   * @throws Problem {@code too_large} or {@code malformed_request}
   */
  public static FormFields of(HttpServletRequest request) {
    byte[] body = RequestBody.of(request);
    return new FormFields(isForm(request) ? parse(body) : Map.of());
  }

  private static boolean isForm(HttpServletRequest request) {
    var type = Objects.requireNonNullElse(request.getContentType(), "");
    return type.split(";", 2)[0]
        .strip()
        .equalsIgnoreCase(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  private static Map<String, String[]> parse(byte[] body) {
    MultiValueMap<String, String> fields;
    try {
      fields = FORMS.read(null, new Sent(new ByteArrayInputStream(body), HttpHeaders.EMPTY));
    } catch (HttpMessageNotReadableException e) {
      throw new Problem(ProblemCode.MALFORMED_REQUEST, "The form cannot be read");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var values = new LinkedHashMap<String, String[]>();
    fields.forEach(
        (name, texts) ->
            values.put(
                name,
                // A name without "=" has no value at all.
                texts.stream()
                    .map(text -> requireNoNul(Objects.requireNonNullElse(text, "")))
                    .toArray(String[]::new)));
    return values;
  }

  /** Returns the text when it has no character NUL, which PostgreSQL stores nowhere. */
  public static String requireNoNul(String text) {
    if (text.indexOf(0) >= 0) {
      throw new Problem(ProblemCode.MALFORMED_REQUEST, "A field has the character NUL");
    }
    return text;
  }

  /** Returns the text of a field; empty when there is none. */
  public String text(String name) {
    var given = values.getOrDefault(name, new String[0]);
    return given.length == 0 ? "" : given[0];
  }

  /** Returns the same fields with another text in one of them. */
  public FormFields with(String name, String text) {
    var others = new LinkedHashMap<>(values);
    others.put(name, new String[] {text});
    return new FormFields(others);
  }

  /** Returns all values of a field that are not empty. */
  public List<String> all(String name) {
    return List.of(values.getOrDefault(name, new String[0])).stream()
        .filter(value -> !value.isEmpty())
        .toList();
  }

  /**
   * Returns the fields as the API takes them, so that the same rules hold for them.
   *
   * @param texts names of fields that are texts
   * @param numbers names of fields that are whole numbers
   */
  public JsonFields toJson(Set<String> texts, Set<String> numbers) {
    return toJson(texts, numbers, Set.of());
  }

  /**
   * Returns the fields as the API takes them, so that the same rules hold for them.
   *
   * @param flags names of fields that are {@code true} or {@code false}
   */
  public JsonFields toJson(Set<String> texts, Set<String> numbers, Set<String> flags) {
    return new JsonFields(object(texts, numbers, flags));
  }

  /**
   * Returns the fields as the API takes them, with one that is an object of lists; fields of it are
   * called {@code object.list}, and have one text on each line, or between commas. What is empty is
   * sent as null.
   *
   * @param optional names of fields that are whole numbers, or null
   */
  public JsonFields toJson(
      Set<String> texts,
      Set<String> numbers,
      Set<String> optional,
      String name,
      Set<String> lists) {
    var object = object(texts, numbers, Set.of());
    optional.forEach(number -> put(object, number, text(number).strip()));
    var inner = JSON.createObjectNode();
    for (String list : lists) {
      var values =
          SEPARATORS
              .splitAsStream(text(name + "." + list))
              .map(String::strip)
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        values.forEach(inner.putArray(list)::add);
      }
    }
    object.set(name, inner.isEmpty() ? JSON.getNodeFactory().nullNode() : inner);
    return new JsonFields(object);
  }

  private static void put(ObjectNode object, String name, String number) {
    if (number.matches("\\d{1,9}")) {
      object.put(name, Integer.parseInt(number));
    } else if (number.isEmpty()) {
      object.putNull(name);
    } else {
      object.put(name, number);
    }
  }

  private ObjectNode object(Set<String> texts, Set<String> numbers, Set<String> flags) {
    var object = JSON.createObjectNode();
    for (String name : flags) {
      if (!text(name).isEmpty()) {
        object.put(name, text(name).equals("true"));
      }
    }
    for (String name : texts) {
      if (!text(name).isEmpty()) {
        object.put(name, text(name));
      }
    }
    for (String name : numbers) {
      var text = text(name).strip();
      if (!text.isEmpty()) {
        put(object, name, text);
      }
    }
    return object;
  }
}
