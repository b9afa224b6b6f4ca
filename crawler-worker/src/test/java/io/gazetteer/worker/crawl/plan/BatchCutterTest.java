package io.gazetteer.worker.crawl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.worker.introspect.RelationRef;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchCutterTest {
  private final BatchCutter cutter = new BatchCutter(100);

  @Test
  void makesNoBatchOfNothing() {
    assertThat(cutter.cut(List.of())).isEmpty();
  }

  @Test
  void fillsABatchUpToItsNumberOfColumns() {
    assertThat(cutter.cut(relations(60, 40, 1, 99, 1))).map(List::size).containsExactly(2, 2, 1);
  }

  @Test
  void givesARelationWithMoreColumnsABatchOfItsOwn() {
    assertThat(cutter.cut(relations(10, 1600, 10))).map(List::size).containsExactly(1, 1, 1);
  }

  @Test
  void boundsTheNumberOfRelationsWithoutColumns() {
    assertThat(cutter.cut(relations(new int[12_000])))
        .map(List::size)
        .containsExactly(5000, 5000, 2000);
  }

  @Test
  void losesNothingAndKeepsTheOrder() {
    var relations = relations(IntStream.range(0, 997).map(i -> i * 7 % 130).toArray());
    assertThat(cutter.cut(relations).stream().flatMap(List::stream))
        .containsExactlyElementsOf(relations);
  }

  private static List<RelationRef> relations(int... columnCounts) {
    return IntStream.range(0, columnCounts.length)
        .mapToObj(i -> new RelationRef(i, "s", "t" + i, RelationKind.TABLE, columnCounts[i]))
        .toList();
  }
}
