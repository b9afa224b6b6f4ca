package io.gazetteer.benchmarks.frame;

import java.util.Locale;

/** Tells on the error output what goes on; the standard output is for the table alone. */
public final class Console {
  private static final long BEGIN = System.nanoTime();

  private Console() {}

  public static void say(String text) {
    double seconds = (System.nanoTime() - BEGIN) / 1e9;
    System.err.println(String.format(Locale.ROOT, "%7.1f s  ", seconds) + text);
  }
}
