package io.gazetteer.pages;

/** What one page shows; its template takes it, and nothing else. */
public interface Page {
  /** Returns the file of its template, in {@code src/main/jte}. */
  String template();
}
