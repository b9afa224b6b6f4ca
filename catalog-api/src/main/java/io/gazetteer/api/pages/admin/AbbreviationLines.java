package io.gazetteer.api.pages.admin;

import io.gazetteer.api.web.input.JsonFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Abbreviations as people write them, one a line: {@code cust = customer, custody}. */
final class AbbreviationLines {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern ENTRY = Pattern.compile("abbreviations\\[(\\d+)]\\.?(.*)");

  private record Line(int number, String text) {}

  private final List<Line> lines = new ArrayList<>();

  AbbreviationLines(String text) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (!line.isBlank()) {
        lines.add(new Line(number, line));
      }
    }
  }

  /** Returns the list as the API takes it, so that the same rules hold. */
  JsonFields toJson() {
    var body = JSON.createObjectNode();
    var list = body.putArray("abbreviations");
    for (Line line : lines) {
      var sides = line.text().split("=", 2);
      var entry = list.addObject();
      entry.put("short", sides[0].strip());
      var longForms = entry.putArray("long");
      if (sides.length > 1) {
        for (String form : sides[1].split(",", -1)) {
          longForms.add(form.strip());
        }
      }
    }
    return JsonFields.of(body);
  }

  /** Says what is wrong with which line. */
  List<String> said(Map<String, String> wrong) {
    return wrong.entrySet().stream()
        .map(
            entry -> {
              var place = ENTRY.matcher(entry.getKey());
              return place.matches()
                  ? "Line %d: %s %s"
                      .formatted(
                          lines.get(Integer.parseInt(place.group(1))).number(),
                          place.group(2).equals("short") ? "the short form" : "what it stands for",
                          entry.getValue())
                  : "The list " + entry.getValue();
            })
        .toList();
  }
}
