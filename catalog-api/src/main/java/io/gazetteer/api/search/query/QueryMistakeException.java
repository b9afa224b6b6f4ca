package io.gazetteer.api.search.query;

/** A text is no query. The exception says where the mistake is, and what would be right. */
public final class QueryMistakeException extends RuntimeException {
  private final int position;
  private final String hint;

  QueryMistakeException(int position, String message, String hint) {
    super(message, null, false, false);
    this.position = position;
    this.hint = hint;
  }

  /** A text that is longer than may be. */
  public static QueryMistakeException tooLong(int most) {
    return new QueryMistakeException(
        most, "the text is too long", "Use at most " + most + " characters.");
  }

  /** Where the mistake is, in UTF-16 code units; the text's length when something is missing. */
  public int position() {
    return position;
  }

  /** What would be right, as a sentence. */
  public String hint() {
    return hint;
  }
}
