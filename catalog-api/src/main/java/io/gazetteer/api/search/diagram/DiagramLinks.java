package io.gazetteer.api.search.diagram;

/** Makes links to where things in a diagram lead to. */
@FunctionalInterface
public interface DiagramLinks {
  String to(DiagramTarget target);
}
