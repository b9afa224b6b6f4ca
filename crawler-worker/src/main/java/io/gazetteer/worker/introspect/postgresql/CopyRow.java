package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.source.postgresql.ServerText;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one row of COPY's text format from left to right: separated by tabs, {@code
 * \N} for null, control characters and backslashes escaped. One instance serves all rows of a
 * query; it is valid until the next row.
 */
final class CopyRow {

  private final ServerText texts;
  private byte[] line = new byte[0];
  private int at;

  /**
   * @param texts reads the texts among the fields
   */
  CopyRow(ServerText texts) {
    this.texts = texts;
  }

  CopyRow startingAt(byte[] newLine) {
    line = newLine;
    at = 0;
    return this;
  }

  long number() {
    boolean negative = line[at] == '-';
    if (negative) {
      at++;
    }
    long value = 0;
    while (line[at] >= '0' && line[at] <= '9') {
      value = value * 10 + line[at++] - '0';
    }
    skipSeparator();
    return negative ? -value : value;
  }

  int integer() {
    return Math.toIntExact(number());
  }

  /** Reads a number, or returns the value given when the field is null. */
  int integerOr(int whenNull) {
    if (line[at] == '\\') {
      text();
      return whenNull;
    }
    return integer();
  }

  /** Reads the numbers of an array like <code>{1,2}</code>. */
  long[] numbers() {
    int size = 1;
    for (int i = at; !isEnd(i); i++) {
      size += line[i] == ',' ? 1 : 0;
    }
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) {
      // past the brace or comma; a number takes one byte behind it along
      at += i == 0 ? 1 : 0;
      numbers[i] = number();
    }
    skipSeparator();
    return numbers;
  }

  /** Reads the numbers of an array; none when the field is null. */
  long[] numbersOrNone() {
    if (line[at] == '\\') {
      text();
      return new long[0];
    }
    return numbers();
  }

  boolean flag() {
    return character() == 't';
  }

  /** Reads the first character of a one-character field; 0 when it is empty. */
  char character() {
    if (isEnd(at)) {
      skipSeparator();
      return 0;
    }
    char value = (char) line[at++];
    while (!isEnd(at)) {
      at++;
    }
    skipSeparator();
    return value;
  }

  String requiredText() {
    return Objects.requireNonNull(text(), "null in a field that is never null");
  }

  @Nullable String text() {
    int start = at;
    boolean escaped = false;
    while (!isEnd(at)) {
      escaped |= line[at] == '\\';
      at++;
    }
    int length = at - start;
    skipSeparator();
    if (!escaped) {
      return texts.read(line, start, length);
    }
    return length == 2 && line[start + 1] == 'N' ? null : unescape(start, length);
  }

  private String unescape(int start, int length) {
    byte[] plain = new byte[length];
    int size = 0;
    for (int i = start; i < start + length; i++) {
      plain[size++] = line[i] == '\\' ? unescape(line[++i]) : line[i];
    }
    return texts.read(plain, 0, size);
  }

  private static byte unescape(byte escaped) {
    return switch (escaped) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> 0x0b;
      default -> escaped;
    };
  }

  private boolean isEnd(int index) {
    return line[index] == '\t' || line[index] == '\n';
  }

  private void skipSeparator() {
    at++;
  }
}
