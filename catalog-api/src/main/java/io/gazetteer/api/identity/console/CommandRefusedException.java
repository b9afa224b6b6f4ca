package io.gazetteer.api.identity.console;

/** A command cannot do what it was asked for; the message is one sentence for who called it. */
public final class CommandRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public CommandRefusedException(String sentence) {
    super(sentence);
  }
}
