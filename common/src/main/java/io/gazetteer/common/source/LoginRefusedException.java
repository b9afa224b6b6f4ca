package io.gazetteer.common.source;

import java.io.IOException;

/** Says that we go no further with a server; passes through drivers as an {@link IOException}. */
public final class LoginRefusedException extends IOException {
  private final SourceError error;

  public LoginRefusedException(SourceError error) {
    super(error.message());
    this.error = error;
  }

  private LoginRefusedException(SourceError error, String message) {
    super(message);
    this.error = error;
  }

  /** Says that another kind of server answers, for example {@code MariaDB}. */
  public static LoginRefusedException otherKind(String found) {
    return new LoginRefusedException(
        SourceError.WRONG_DATABASE_TYPE, SourceException.otherKindMessage(found));
  }

  SourceError error() {
    return error;
  }
}
