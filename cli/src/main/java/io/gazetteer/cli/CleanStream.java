package io.gazetteer.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Writes to a terminal. Names and comments come from databases that anyone may have made: what
 * would move the cursor, set the title or hide text there is written as a blank. Our own styles
 * stay.
 */
final class CleanStream extends PrintStream {
  private static final Pattern CONTROLS =
      Pattern.compile(
          "\\u001b(?!\\[(?:0|1|2|31|32)m)|[\\p{Cc}\\p{Cf}&&[^\\n\\t\\r\\u001b]]|\\r(?!\\n)");

  CleanStream(OutputStream out, boolean autoFlush) {
    super(out, autoFlush, StandardCharsets.UTF_8);
  }

  /** Returns the text without control characters but line ends, tabs and our styles. */
  static String clean(String text) {
    return CONTROLS.matcher(text).replaceAll(" ");
  }

  @Override
  public void print(String text) {
    super.print(clean(String.valueOf(text)));
  }

  @Override
  public void print(Object text) {
    print(String.valueOf(text));
  }

  @Override
  public void print(char[] text) {
    print(new String(text));
  }

  @Override
  public void print(char character) {
    print(String.valueOf(character));
  }
}
