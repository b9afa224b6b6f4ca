package io.gazetteer.common.source;

import java.io.IOException;

/** Says that we go no further with a server; passes through drivers as an {@link IOException}. */
public final class LoginRefusedException extends IOException {
  private final SourceError error;

  public LoginRefusedException(SourceError error) {
    super(error.message());
    this.error = error;
  }

  SourceError error() {
    return error;
  }
}
