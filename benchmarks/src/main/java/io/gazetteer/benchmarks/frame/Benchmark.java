package io.gazetteer.benchmarks.frame;

/** One thing that is measured. */
public interface Benchmark {
  /** Starts in the workspace what it needs, measures, and prints its table. */
  void run(Workspace workspace) throws Exception;
}
