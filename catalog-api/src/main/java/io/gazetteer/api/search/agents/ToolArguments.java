package io.gazetteer.api.search.agents;

import io.gazetteer.api.web.input.Cursor;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the arguments of a call; one that is wrong ends the call with a word on what is right. */
@FromRequest
final class ToolArguments {
  static final int USUAL_TOKENS = 4_000;
  static final int LEAST_TOKENS = 200;
  static final int MOST_TOKENS = 32_000;

  /** A cursor is the longest. */
  private static final int LONGEST_TEXT = 16_384;

  private final Map<String, Object> values;

  ToolArguments(@Nullable Map<String, Object> values) {
    this.values = values == null ? Map.of() : values;
  }

  /** Refuses arguments that the tool does not have. */
  void allowOnly(List<String> names) {
    for (String name : values.keySet()) {
      if (!names.contains(name)) {
        throw new ToolFailure(
            "There is no argument "
                + name
                + ". The arguments are "
                + String.join(", ", names)
                + ".");
      }
    }
  }

  String text(String name) {
    return find(name)
        .orElseThrow(() -> new ToolFailure("The argument " + name + " is missing; give a text."));
  }

  /** Finds a text; an empty one counts as left out. */
  Optional<String> find(String name) {
    var value = values.get(name);
    if (value == null || value.equals("")) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(checked(name, text));
    }
    throw new ToolFailure("The argument " + name + " must be a text.");
  }

  private static String checked(String name, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ToolFailure(
          "The argument %s has more than %d characters.".formatted(name, LONGEST_TEXT));
    }
    if (text.indexOf(0) >= 0) {
      throw new ToolFailure("The argument " + name + " has the character NUL.");
    }
    return text;
  }

  List<String> texts(String name, int least, int most) {
    var texts = new ArrayList<String>();
    if (values.get(name) instanceof List<?> list) {
      for (Object one : list) {
        if (one instanceof String text && !text.isBlank()) {
          texts.add(checked(name, text));
        }
      }
      if (texts.size() == list.size() && texts.size() >= least && texts.size() <= most) {
        return texts;
      }
    }
    throw new ToolFailure(
        "The argument %s must be a list of %d to %d texts.".formatted(name, least, most));
  }

  int integer(String name, int usual, int least, int most) {
    var value = values.get(name);
    if (value == null) {
      return usual;
    }
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= least
        && number.doubleValue() <= most) {
      return number.intValue();
    }
    throw new ToolFailure(
        "The argument %s must be a whole number from %d to %d.".formatted(name, least, most));
  }

  int tokens() {
    return integer("max_tokens", USUAL_TOKENS, LEAST_TOKENS, MOST_TOKENS);
  }

  /** Reads the values of the cursor of an earlier answer; empty when there is none. */
  List<JsonNode> cursor(Cursor.Shape shape) {
    var given = find("cursor");
    if (given.isEmpty()) {
      return List.of();
    }
    var parameters = new Parameters(Map.of("cursor", new String[] {given.get()}));
    var read = parameters.cursor(shape);
    parameters.check();
    return read;
  }
}
