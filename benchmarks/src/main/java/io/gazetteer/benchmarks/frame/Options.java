package io.gazetteer.benchmarks.frame;

/** Numbers that the command line may change, such as {@code -Dtables=1000}. */
public final class Options {
  private Options() {}

  /** The system property, or the default when it is absent or empty. */
  public static int number(String name, int byDefault) {
    var value = System.getProperty(name, "");
    return value.isEmpty() ? byDefault : Integer.parseInt(value);
  }
}
