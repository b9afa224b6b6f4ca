package io.gazetteer.api.search.agents;

import java.io.Serial;

/** A tool cannot answer what it was asked; the message says what to do. */
final class ToolFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  ToolFailure(String message) {
    super(message, null, false, false);
  }
}
