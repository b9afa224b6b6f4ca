package io.gazetteer.api.sources.schedule;

/** Starts crawls only on request. */
record Off() implements Schedule {
  static final String TEXT = "off";

  @Override
  public String format() {
    return TEXT;
  }
}
