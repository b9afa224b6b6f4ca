package io.gazetteer.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.checks.MachineMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElasticsearchHeapTest {
  @ParameterizedTest
  @CsvSource({
    "2048, 2000, 512",
    "4096, 3000, 512",
    "8192, 7000, 819",
    "8192, 2400, 600",
    "16384, 14000, 1024",
    "65536, 60000, 1024",
  })
  void growsWithTheMachineAndLeavesRoom(long total, long available, int heap) {
    assertThat(ElasticsearchHeap.megabytes(new MachineMemory(total, available))).isEqualTo(heap);
  }
}
