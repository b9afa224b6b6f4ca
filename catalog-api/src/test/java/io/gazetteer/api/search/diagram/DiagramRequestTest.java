package io.gazetteer.api.search.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.search.joins.JoinGraph;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagramRequestTest {
  @Test
  void whatDrawsTheSameIsTheSame() {
    var graph =
        new JoinGraph(
            Map.of(new TableName("s", "a"), List.of("s.b"), new TableName("s", "b"), List.of()));
    var made = new DiagramRequest(null, "s", 1, List.of("s.b", "s.x", "s.a", "s.b"), 999, false);

    assertThat(made.within(graph))
        .isEqualTo(new DiagramRequest(null, "s", 1, List.of("s.a", "s.b"), 2, false));
  }
}
