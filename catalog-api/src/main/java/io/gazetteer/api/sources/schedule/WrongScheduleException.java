package io.gazetteer.api.sources.schedule;

/** A text is no schedule. */
public final class WrongScheduleException extends RuntimeException {
  static final String NO_SCHEDULE =
      "must be off, a duration from PT1M to P365D such as PT1H, a cron expression of five fields"
          + " such as 0 3 * * 1-5, or a macro such as @daily";

  private final String reason;

  WrongScheduleException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** Says what a schedule is, for people; it repeats nothing of the text. */
  public String reason() {
    return reason;
  }
}
