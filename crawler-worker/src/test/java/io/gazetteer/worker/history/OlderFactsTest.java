package io.gazetteer.worker.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Fact;
import io.gazetteer.common.relation.GenerationKind;
import io.gazetteer.common.relation.IndexKey;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import io.gazetteer.worker.index.documents.DescribedRelation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The first crawl after an upgrade compares with descriptions of the older version. */
class OlderFactsTest {
  private static final String OLDER =
      """
      {"schema": "shop", "name": "orders", "kind": "table", "comment": null,
       "columns": [{"name": "a", "position": 1, "data_type": "text /*M!100301 COMPRESSED*/",
         "type_family": "text", "nullable": true, "default": null, "comment": null,
         "generated": "concat(_utf8mb4' it\\\\\\\\'s ')", "identity": null, "enum_values": [],
         "primary_key": false}],
       "primary_key": null, "unique_constraints": [], "foreign_keys": [],
       "indexes": [{"name": "i", "columns": ["a"], "unique": true, "primary": false,
         "method": "btree", "predicate": null}],
       "check_constraints": [{"name": "c", "expression": "a > 1"}],
       "partition_of": null, "partition_key": null, "view_definition": null}
      """;

  @Test
  void tellsNothingOfWhatTheOlderVersionDidNotRead() {
    assertThat(RelationDiff.between(older(), now(null, List.of(check("c", "a > 1"))))).isEmpty();
  }

  @Test
  void tellsNothingOfTheSecondCheckOfAName() {
    var both = List.of(check("c", "a > 0"), check("c", "a > 1"));

    assertThat(RelationDiff.between(older(), now(null, both))).isEmpty();
  }

  @Test
  void tellsWhatHasChangedAllTheSame() {
    assertThat(RelationDiff.between(older(), now("New", List.of(check("c", "a > 2")))))
        .extracting(RelationChange::change)
        .containsExactly("table_comment_changed", "check_constraint_changed");
  }

  @Test
  void marksADescriptionOfTheOlderVersionAndNoOther() {
    assertThat(older().neverKnown(Fact.NEWER_FACTS)).isTrue();
    assertThat(older().indexes().getFirst().valid()).isTrue();
    assertThat(now(null, List.of()).neverKnown(Fact.NEWER_FACTS)).isFalse();
  }

  private static Relation older() {
    return DescribedRelation.read(JsonMapper.shared().readTree(OLDER)).orElseThrow();
  }

  private static Relation now(@Nullable String comment, List<Relation.CheckConstraint> checks) {
    return new Relation(
        "shop",
        "orders",
        RelationKind.PARTITION,
        comment,
        null,
        List.of(
            new Column(
                "a",
                1,
                "text",
                "COMPRESSED",
                TypeFamily.DOCUMENT,
                true,
                null,
                "current_timestamp()",
                null,
                "concat(_utf8mb4' it\\'s ')",
                GenerationKind.VIRTUAL,
                null,
                List.of("x"),
                false)),
        null,
        List.of(),
        List.of(),
        List.of(
            new Relation.Index(
                "i",
                List.of("a"),
                List.of(new IndexKey("desc", "first", null, null)),
                List.of("b"),
                true,
                true,
                false,
                false,
                "btree",
                null)),
        checks,
        List.of(),
        "shop.all_orders",
        null,
        List.of("shop.base"),
        true,
        "postgis",
        null,
        List.of());
  }

  private static Relation.CheckConstraint check(String name, String expression) {
    return new Relation.CheckConstraint(name, expression, false, true);
  }
}
