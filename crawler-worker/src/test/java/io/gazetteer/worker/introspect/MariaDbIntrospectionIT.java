package io.gazetteer.worker.introspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.ReferentialAction;
import io.gazetteer.common.relation.Relation;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbIntrospectionIT extends MySqlFamilyContract {

  @Override
  protected SourceServer server() {
    return SourceServers.mariaDb();
  }

  @Override
  protected String doubled() {
    return "`amount` * 2";
  }

  @Override
  protected String now() {
    return "current_timestamp(3)";
  }

  @Override
  protected ReferentialAction defaultAction() {
    return ReferentialAction.RESTRICT;
  }

  @Test
  void readsChecksOfTablesAndOfColumns() throws Exception {
    server()
        .execute(
            database,
            createTable("one", "a int check (a > 0), constraint small check (a < 9)"),
            createTable("two", "a int, constraint small check (a < 3)"));

    assertThat(relations(readAll()))
        .extracting(Relation::checkConstraints)
        .containsExactlyInAnyOrder(
            List.of(
                Relation.CheckConstraint.of("a", "`a` > 0"),
                Relation.CheckConstraint.of("small", "`a` < 9")),
            List.of(Relation.CheckConstraint.of("small", "`a` < 3")));
  }
}
