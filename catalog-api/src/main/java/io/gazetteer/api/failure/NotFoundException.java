package io.gazetteer.api.failure;

/** The thing that the caller named does not exist, or not any more. */
public final class NotFoundException extends DomainException {
  /**
   * Takes what the caller is told.
   *
   * @param message a sentence that says what is missing
   */
  public NotFoundException(String message) {
    super(message);
  }
}
