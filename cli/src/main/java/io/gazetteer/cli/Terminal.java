package io.gazetteer.cli;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows where the output goes: to a terminal of some width, or to a file or a program. */
public final class Terminal {
  /** The launcher script says this, which costs less than to find out here. */
  private static final boolean IS_TERMINAL = Boolean.getBoolean("gazetteer.terminal");

  private static final int WIDTH = Integer.getInteger("gazetteer.columns", 100);
  private static final int LEAST_WIDTH = 40;

  /** Programs get every character; people get those that a terminal only shows. */
  private final PrintStream out =
      IS_TERMINAL
          ? new CleanStream(System.out, false)
          : new PrintStream(System.out, false, StandardCharsets.UTF_8);

  private final PrintStream err = new CleanStream(System.err, true);

  public PrintStream out() {
    return out;
  }

  public PrintStream err() {
    return err;
  }

  public boolean isTerminal() {
    return IS_TERMINAL;
  }

  public int width() {
    return Math.max(LEAST_WIDTH, WIDTH);
  }

  /** Writes a text in bold, where that is wanted. */
  public String bold(String text) {
    return styled(text, "1");
  }

  /** Writes a text that matters less. */
  public String faint(String text) {
    return styled(text, "2");
  }

  public String green(String text) {
    return styled(text, "32");
  }

  public String red(String text) {
    return styled(text, "31");
  }

  private String styled(String text, String code) {
    var noColor = System.getenv("NO_COLOR");
    boolean plain = !IS_TERMINAL || (noColor != null && !noColor.isEmpty());
    return plain ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }

  /** Asks a question; what is typed is seen. */
  public String ask(String question) {
    return typed(asked().readLine("%s", question));
  }

  /** Asks for a password; what is typed is not seen. */
  public String askPassword(String question) {
    var typed = asked().readPassword("%s", question);
    return typed(typed == null ? null : new String(typed));
  }

  private static String typed(@Nullable String text) {
    if (text == null) {
      throw new Failure(Failure.FAILED, "Nothing was typed.");
    }
    return text;
  }

  private static Console asked() {
    return console()
        .orElseThrow(() -> new Failure(Failure.USAGE, "There is no terminal to ask at."));
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
