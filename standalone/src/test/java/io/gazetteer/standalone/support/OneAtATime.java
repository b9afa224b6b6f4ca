package io.gazetteer.standalone.support;

/**
 * What test classes take turns with. A class holds its turn by {@link
 * org.junit.jupiter.api.parallel.ResourceLock}; classes with different turns run side by side, as
 * do those that need none.
 */
public final class OneAtATime {
  /** The catalog, Kafka and index of {@code TestServers}, and the processes on them. */
  public static final String DEPLOYMENT = "deployment";

  /**
   * Whatever {@code ./gazetteer start} has started, one after the other, and the databases that its
   * tests share.
   */
  public static final String LAUNCHED = "launched";

  private OneAtATime() {}
}
