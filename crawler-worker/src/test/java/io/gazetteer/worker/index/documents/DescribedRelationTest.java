package io.gazetteer.worker.index.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.IdentityKind;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.relation.RelationKind;
import io.gazetteer.common.relation.TypeFamily;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DescribedRelationTest {
  private static final UUID SOURCE = UUID.fromString("6f1c0a4e-0000-4000-8000-000000000001");

  @Test
  void describesARelationInTheShapeOfTheApi() {
    var json = JsonMapper.shared().readTree(describe(7L, "Everyone").description());
    assertThat(json.has("row_estimate")).isFalse();
    assertThat(json.path("kind").asString()).isEqualTo("table");
    assertThat(json.at("/columns/0/data_type").asString()).isEqualTo("bigint");
    assertThat(json.at("/columns/0/type_family").asString()).isEqualTo("integer");
    assertThat(json.at("/columns/0/default").isNull()).isTrue();
    assertThat(json.at("/columns/0/identity").asString()).isEqualTo("by_default");
    assertThat(json.at("/columns/0/primary_key").asBoolean()).isTrue();
    assertThat(json.path("comment").asString()).isEqualTo("Everyone");
  }

  private static DescribedRelation describe(@Nullable Long rowEstimate, @Nullable String comment) {
    var id =
        new Column(
            "id",
            1,
            "bigint",
            null,
            TypeFamily.INTEGER,
            false,
            null,
            null,
            null,
            null,
            null,
            IdentityKind.BY_DEFAULT,
            List.of(),
            true);
    return DescribedRelation.of(
        SOURCE,
        new Relation(
            "sales",
            "customers",
            RelationKind.TABLE,
            comment,
            rowEstimate,
            List.of(id),
            Relation.PrimaryKey.of("customers_pkey", List.of("id")),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            List.of(),
            false,
            null,
            null,
            List.of()),
        0);
  }
}
