package io.gazetteer.benchmarks.frame;

/** Measures something and prints it. */
public interface Benchmark {
  /** Starts in the workspace what it needs, measures, and prints its table. */
  void run(Workspace workspace) throws Exception;
}
