package io.gazetteer.api.schedule;

/** Crawled only on request. */
record Off() implements Schedule {
  static final String TEXT = "off";

  @Override
  public String format() {
    return TEXT;
  }
}
