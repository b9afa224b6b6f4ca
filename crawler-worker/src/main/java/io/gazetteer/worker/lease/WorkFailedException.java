package io.gazetteer.worker.lease;

/** Says that work cannot be done, for a reason that people should read. */
public class WorkFailedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final boolean isTransient;

  /**
   * Makes an exception.
   *
   * @param isTransient whether the same attempt may succeed later with nothing changed by anyone
   */
  public WorkFailedException(Failure failure, boolean isTransient) {
    super(failure.message());
    this.code = failure.code();
    this.isTransient = isTransient;
  }

  public final Failure failure() {
    return new Failure(code, String.valueOf(getMessage()));
  }

  public final boolean isTransient() {
    return isTransient;
  }
}
