package io.gazetteer.standalone.settings;

/**
 * Says that Gazetteer cannot start or go on. The message is one sentence for the person at the
 * terminal: what is wrong and what to do about it.
 */
public final class CannotStartException extends RuntimeException {
  public CannotStartException(String sentence) {
    super(sentence);
  }

  public CannotStartException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
