package io.gazetteer.api.search.meaning;

/** Says that this machine cannot run the language model. */
final class ModelUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ModelUnavailableException(Throwable cause) {
    super("The language model cannot be loaded: " + cause, cause);
  }
}
