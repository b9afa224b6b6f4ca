package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.FieldError;
import io.gazetteer.api.web.problems.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Reads the query parameters of a request, one by one: each wrong one is remembered, and {@link
 * #check()} names them all. One that nobody has read by then is wrong, too.
 */
public final class Parameters {
  /** What is said of a text with a null character, in a parameter or a field. */
  static final String NULL_CHARACTER = "must not contain a null character";

  /** What people type, and what is split into words at any odd character: compared with no name. */
  private static final String FREE_TEXT = "q";

  private static final String CURSOR = "cursor";
  private static final String MADE_UP = "is none that an earlier answer gave";

  private static final int MAX_CHARACTERS = 4000;
  private static final int MAX_VALUES = 50;

  private final Map<String, String[]> values;
  private final Set<String> known = new HashSet<>();
  private final Violations violations = new Violations();

  public Parameters(Map<String, String[]> values) {
    this.values = values;
  }

  /**
   * Reads a parameter that may be left out; an empty one counts as left out. One with a null
   * character is refused, but for free text: PostgreSQL takes none, and no name has one.
   */
  public Optional<String> find(String name) {
    var given = given(name);
    if (given.length > 1) {
      violations.add(name, "is given more than once");
    }
    if (isLeftOut(name)) {
      return Optional.empty();
    }
    if (given[0].length() > (name.equals(CURSOR) ? Cursor.MOST_CHARACTERS : MAX_CHARACTERS)) {
      violations.add(name, "is too long");
      return Optional.empty();
    }
    if (given[0].indexOf('\0') >= 0 && !name.equals(FREE_TEXT)) {
      violations.add(name, NULL_CHARACTER);
      return Optional.empty();
    }
    return Optional.of(given[0]);
  }

  private String[] given(String name) {
    known.add(name);
    return values.getOrDefault(name, new String[0]);
  }

  private boolean isLeftOut(String name) {
    var given = given(name);
    return given.length == 0 || given[0].isEmpty();
  }

  /** Reads a parameter that may be given several times; empty values count as left out. */
  public List<String> all(String name) {
    var given = List.of(given(name));
    if (given.size() > MAX_VALUES || given.stream().anyMatch(v -> v.length() > MAX_CHARACTERS)) {
      violations.add(name, "is too long");
      return List.of();
    }
    if (given.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
      violations.add(name, NULL_CHARACTER);
      return List.of();
    }
    return given.stream().filter(value -> !value.isEmpty()).distinct().toList();
  }

  /** Says whether a parameter is {@code true}; it may be {@code false} or left out. */
  public boolean flag(String name) {
    return flag(name, false);
  }

  /**
   * Reads a flag.
   *
   * @param usual what it is unless given
   */
  public boolean flag(String name, boolean usual) {
    return find(name)
        .map(
            text -> {
              if (!text.equals("true") && !text.equals("false")) {
                violations.add(name, "must be true or false");
              }
              return text.equals("true");
            })
        .orElse(usual);
  }

  /** Reads a required parameter; empty when it is missing, which {@link #check()} reports. */
  public String text(String name) {
    if (isLeftOut(name)) {
      violations.add(name, "is missing");
    }
    return find(name).orElse("");
  }

  public @Nullable Integer integer(String name, int least, int most) {
    return find(name).map(text -> integer(name, text, least, most)).orElse(null);
  }

  private @Nullable Integer integer(String name, String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    violations.add(name, "must be a whole number from " + least + " to " + most);
    return null;
  }

  /** Reads the page size asked for, or returns the usual one. */
  public int limit(int usual, int most) {
    var limit = integer("limit", 1, most);
    return limit == null ? usual : limit;
  }

  public @Nullable UUID uuid(String name) {
    return find(name).map(text -> uuid(name, text)).orElse(null);
  }

  private @Nullable UUID uuid(String name, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      violations.add(name, "must be an id");
      return null;
    }
  }

  /** Reads the values of the {@code cursor} of an earlier answer; empty when there is none. */
  public List<JsonNode> cursor(Cursor.Shape shape) {
    return cursor(shape::read).orElse(List.of());
  }

  /**
   * Reads the {@code cursor} of an earlier answer; empty when there is none.
   *
   * @param reader reads the values of a cursor; empty when they are made up
   */
  public <T> Optional<T> cursor(Function<ArrayNode, Optional<T>> reader) {
    var text = find(CURSOR);
    var cursor = text.flatMap(given -> Cursor.decode(given, reader));
    if (text.isPresent() && cursor.isEmpty()) {
      refuse(CURSOR, MADE_UP);
    }
    return cursor;
  }

  /** Refuses a cursor that an answer to another request gave. */
  public static Problem madeUpCursor() {
    return Problem.validation(List.of(new FieldError(CURSOR, MADE_UP)));
  }

  /** Remembers that something is wrong with a parameter. */
  public void refuse(String name, String message) {
    violations.add(name, message);
  }

  /**
   * Throws a {@link Problem} that names every wrong parameter, if there is one. To be called once,
   * when all that a route knows have been read.
   */
  public void check() {
    values.keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> refuse(name, "is not a known parameter"));
    violations.check();
  }
}
