package io.gazetteer.cli;

import java.io.Serial;

/** Ends a command with a sentence for the user and an exit code. */
public final class Failure extends RuntimeException {
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_FOUND = 3;
  public static final int NOT_LOGGED_IN = 4;

  @Serial private static final long serialVersionUID = 1;

  private final int exitCode;

  public Failure(int exitCode, String sentence) {
    super(sentence, null, false, false);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
