package io.gazetteer.api.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Reads what someone has filled into a form of a page. Fields left empty count as left out. */
public final class FormFields {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Map<String, String[]> values;

  public FormFields(Map<String, String[]> values) {
    this.values = values;
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
    var object = JSON.createObjectNode();
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
