package io.gazetteer.benchmarks.frame;

/** Does something that is measured against something else. */
public interface Work {
  /** Does it once; returns the seconds that count. */
  double seconds() throws Exception;

  /** Makes work of which all the time counts. */
  static Work timed(Step step) {
    return () -> secondsOf(step);
  }

  /** Does something once; returns the seconds that it took. */
  static double secondsOf(Step step) throws Exception {
    long begin = System.nanoTime();
    step.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Something that takes time. */
  interface Step {
    void run() throws Exception;
  }
}
