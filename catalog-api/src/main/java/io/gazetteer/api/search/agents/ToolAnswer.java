package io.gazetteer.api.search.agents;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a tool answers: the same as text, and as JSON in the shape that it declares.
 *
 * @param structured null when it failed
 */
record ToolAnswer(String text, @Nullable ObjectNode structured) {
  static ToolAnswer failed(String message) {
    return new ToolAnswer(message, null);
  }

  boolean isFailure() {
    return structured == null;
  }
}
