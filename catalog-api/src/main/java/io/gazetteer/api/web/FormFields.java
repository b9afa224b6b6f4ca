package io.gazetteer.api.web;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Reads what someone has filled into a form of a page. Fields left empty count as left out. */
public final class FormFields {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final FormHttpMessageConverter FORMS = new FormHttpMessageConverter();

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
                    .map(text -> Objects.requireNonNullElse(text, ""))
                    .toArray(String[]::new)));
    return values;
  }

  /** Returns the text of a field; empty when there is none. */
  public String text(String name) {
    var given = values.getOrDefault(name, new String[0]);
    return given.length == 0 ? "" : given[0];
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
      if (text.matches("\\d{1,9}")) {
        object.put(name, Integer.parseInt(text));
      } else if (!text.isEmpty()) {
        object.put(name, text);
      }
    }
    return new JsonFields(object);
  }
}
