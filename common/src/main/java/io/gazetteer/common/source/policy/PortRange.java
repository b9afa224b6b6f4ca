package io.gazetteer.common.source.policy;

/** Is a range of TCP ports from the first to the last. */
public record PortRange(int first, int last) {
  private static final int MOST = 65_535;

  public PortRange {
    if (first < 1 || last > MOST || first > last) {
      throw new IllegalArgumentException("Not a range of ports: " + first + "-" + last);
    }
  }

  /**
   * Reads {@code 5432} or {@code 3306-3310}.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static PortRange of(String text) {
    int dash = text.indexOf('-');
    return dash < 0
        ? new PortRange(Integer.parseInt(text), Integer.parseInt(text))
        : new PortRange(
            Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
  }

  boolean contains(int port) {
    return first <= port && port <= last;
  }
}
