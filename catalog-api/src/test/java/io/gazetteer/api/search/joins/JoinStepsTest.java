package io.gazetteer.api.search.joins;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.schema.formats.DescribedTable;
import io.gazetteer.api.schema.formats.SqlNames;
import io.gazetteer.common.relation.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Joins are SQL of the database, whatever its names are. */
class JoinStepsTest {
  private static final TableName ORDER = new TableName("My.Shop", "order");
  private static final TableName LINE = new TableName("My.Shop", "li\"ne`s");

  private static final Map<TableName, DescribedTable> TABLES =
      Map.of(
          ORDER,
          described(
              ORDER, "{'columns': [{'name': 'Id', 'data_type': 'int', 'primary_key': true}]}"),
          LINE,
          described(
              LINE,
              """
              {'columns': [{'name': 'order id', 'data_type': 'int'}],
               'foreign_keys': [{'name': 'fk', 'columns': ['order id', 'key'],
                 'referenced_schema': 'My.Shop', 'referenced_table': 'order',
                 'referenced_columns': ['Id', 'part']}]}
              """));

  private static DescribedTable described(TableName name, String json) {
    return new DescribedTable(name, JsonMapper.shared().readTree(json.replace('\'', '"')));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          PostgreSQL | "My.Shop"."order" | "My.Shop"."li""ne`s" | "order id" | "Id"
          MySQL      | `My.Shop`.`order` | `My.Shop`.`li"ne``s` | `order id` | Id
          MariaDB    | `My.Shop`.`order` | `My.Shop`.`li"ne``s` | `order id` | Id
          """)
  void quotesAsTheDatabaseDoes(String dbType, String order, String line, String column, String id) {
    var names = SqlNames.of(dbType);
    var path = new JoinSteps(TABLES, names).find(List.of(ORDER, LINE)).orElseThrow();

    assertThat(path.join())
        .isEqualTo(
            "%s join %s on %s.%s = %s.%s and %s.%s = %s.%s"
                .formatted(
                    order,
                    line,
                    line,
                    column,
                    order,
                    id,
                    line,
                    names.name("key"),
                    order,
                    names.name("part")));
    assertThat(path.tables()).containsExactly("My.Shop.order", "My.Shop.li\"ne`s");
  }

  @Test
  void findsNothingWhenAKeyIsGone() {
    assertThat(new JoinSteps(Map.of(), SqlNames.MYSQL).find(List.of(ORDER, LINE))).isEmpty();
  }
}
