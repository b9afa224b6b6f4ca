package io.gazetteer.cli;

/** Shows on a terminal how far long work is; elsewhere nothing. */
public final class ProgressBar {
  private static final int WIDTH = 30;

  private final Terminal terminal;
  private boolean shown;

  public ProgressBar(Terminal terminal) {
    this.terminal = terminal;
  }

  /**
   * Shows a state.
   *
   * @param total 0 while it is not known
   */
  public void show(String state, long done, long total) {
    if (!terminal.isTerminal()) {
      return;
    }
    int full = total == 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / total);
    terminal
        .err()
        .printf(
            "\r\u001b[K[%s%s] %s %s",
            "#".repeat(full),
            ".".repeat(WIDTH - full),
            state,
            total == 0 ? "" : done + " of " + total);
    shown = true;
  }

  public void end() {
    if (shown) {
      terminal.err().print("\r\u001b[K");
    }
  }
}
