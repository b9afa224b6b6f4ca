package io.gazetteer.api.search.diagram;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names the forms of a diagram; the parameter {@code format} is the lower case. */
public enum DiagramForm {
  SVG("image/svg+xml"),
  JSON("application/json"),
  MERMAID("text/vnd.mermaid"),
  DBML("text/x-dbml");

  private final String mediaType;

  DiagramForm(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Says whether it can write tables, but no groups of them. */
  public boolean isOfTables() {
    return this == MERMAID || this == DBML;
  }

  /** Returns the value of the parameter {@code format}. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds a form by the value of the parameter {@code format}. */
  public static Optional<DiagramForm> lookup(String parameter) {
    return Arrays.stream(values()).filter(form -> form.parameter().equals(parameter)).findFirst();
  }

  static List<String> parameters() {
    return Arrays.stream(values()).map(DiagramForm::parameter).toList();
  }
}
