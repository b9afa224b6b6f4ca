package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Workspace;
import java.util.List;

/** All that is measured of the search, one after the other on the same index. */
public final class SearchBenchmark {
  private SearchBenchmark() {}

  /** One or more figures; prints its own table, so that what fails later takes nothing away. */
  private interface Part {
    void measure(SearchedIndex index) throws Exception;
  }

  /** Everything. */
  public static void run() throws Exception {
    run(
        List.of(
            SearchRate::measure, SearchKinds::measure, IndexSize::measure, SearchGrowth::measure));
  }

  /** How many searches a second, and how long they take under load. */
  public static void runRate() throws Exception {
    run(List.of(SearchRate::measure));
  }

  /** Beginnings, typos and parts of words. */
  public static void runKinds() throws Exception {
    run(List.of(SearchKinds::measure));
  }

  /** What the index takes of a disk. */
  public static void runSize() throws Exception {
    run(List.of(IndexSize::measure));
  }

  /** More documents, and a crawl that adds them. */
  public static void runGrowth() throws Exception {
    run(List.of(SearchGrowth::measure));
  }

  private static void run(List<Part> parts) throws Exception {
    try (var workspace = Workspace.open()) {
      var index = SearchedIndex.start(workspace);
      for (var part : parts) {
        part.measure(index);
      }
    }
  }
}
