package io.gazetteer.common.connect;

import java.io.IOException;

/** We go no further with a server; passes through the drivers as an {@link IOException}. */
final class LoginRefusedException extends IOException {
  private final SourceError error;

  LoginRefusedException(SourceError error) {
    super(error.message());
    this.error = error;
  }

  SourceError error() {
    return error;
  }
}
