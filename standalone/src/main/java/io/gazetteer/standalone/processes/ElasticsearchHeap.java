package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.checks.MachineMemory;

/**
 * Says how large Elasticsearch's heap may grow: a larger one writes large crawls with fewer, larger
 * segments. It is a tenth of the machine's memory, or a quarter of what is free now if that is
 * less, so that all processes stay within 2.5 GB on a machine of 8 GiB.
 */
final class ElasticsearchHeap {
  static final int LEAST_MB = 512;
  private static final int MOST_MB = 1024;

  private ElasticsearchHeap() {}

  static int megabytes(MachineMemory memory) {
    long share = Math.min(memory.totalMb() / 10, memory.availableMb() / 4);
    return Math.clamp(share, LEAST_MB, MOST_MB);
  }
}
