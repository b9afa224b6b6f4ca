package io.gazetteer.benchmarks.search;

import io.gazetteer.benchmarks.frame.Benchmark;
import java.util.List;

/** Lists what is measured of the search: each on an index of its own, or all on the same one. */
public final class SearchBenchmark {
  public static final Benchmark ALL =
      of(SearchRate::measure, SearchKinds::measure, IndexSize::measure, SearchGrowth::measure);
  public static final Benchmark RATE = of(SearchRate::measure);
  public static final Benchmark KINDS = of(SearchKinds::measure);
  public static final Benchmark SIZE = of(IndexSize::measure);
  public static final Benchmark PAGE = of(SearchPageTimes::measure);
  public static final Benchmark PROGRAMS = of(ProgramTimes::measure);
  public static final Benchmark GROWTH = of(SearchGrowth::measure);

  private SearchBenchmark() {}

  /** Measures one or more figures; prints a table, so that what fails later takes nothing away. */
  private interface Part {
    void measure(SearchedIndex index) throws Exception;
  }

  private static Benchmark of(Part... parts) {
    var all = List.of(parts);
    return workspace -> {
      var index = SearchedIndex.start(workspace);
      for (var part : all) {
        part.measure(index);
      }
    };
  }
}
