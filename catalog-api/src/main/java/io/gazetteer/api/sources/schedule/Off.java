package io.gazetteer.api.sources.schedule;

/** Crawled only on request. */
record Off() implements Schedule {
  static final String TEXT = "off";

  @Override
  public String format() {
    return TEXT;
  }
}
