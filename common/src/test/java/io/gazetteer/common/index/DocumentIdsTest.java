package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentIdsTest {
  private static final UUID SOURCE = UUID.fromString("6f1c0a4e-0000-4000-8000-000000000001");

  @Test
  void isTheSameForTheSamePlace() {
    assertThat(DocumentIds.table(SOURCE, "sales", "orders"))
        .isEqualTo(DocumentIds.table(SOURCE, "sales", "orders"))
        .hasSize(22);
  }

  @Test
  void tellsPlacesApartWhoseNamesRunTogether() {
    var ids = new HashSet<String>();
    ids.add(DocumentIds.table(SOURCE, "a", "bc"));
    ids.add(DocumentIds.table(SOURCE, "ab", "c"));
    ids.add(DocumentIds.table(SOURCE, "", "abc"));
    ids.add(DocumentIds.column(SOURCE, "a", "b", "c"));
    ids.add(DocumentIds.column(SOURCE, "a", "", "bc"));
    ids.add(DocumentIds.table(SOURCE, "A", "bc"));
    ids.add(DocumentIds.table(UUID.fromString("6f1c0a4e-0000-4000-8000-000000000002"), "a", "bc"));
    assertThat(ids).hasSize(7);
  }
}
