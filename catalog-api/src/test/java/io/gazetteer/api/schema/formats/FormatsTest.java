package io.gazetteer.api.schema.formats;

import static io.gazetteer.api.schema.formats.Tables.HOSTILE;
import static io.gazetteer.api.schema.formats.Tables.column;
import static io.gazetteer.api.schema.formats.Tables.described;
import static io.gazetteer.api.schema.formats.Tables.key;
import static io.gazetteer.api.schema.formats.Tables.keyed;
import static io.gazetteer.api.schema.formats.Tables.table;
import static io.gazetteer.api.schema.formats.Tables.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.Column;
import io.gazetteer.common.relation.Relation;
import io.gazetteer.common.source.DatabaseKind;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FormatsTest {
  static final Relation CUSTOMERS =
      table(
          "sales",
          "customers",
          "Who buys",
          column(1, "id", "bigint", null),
          column(2, "eMail", "character varying(50)", "Where we \"write\""));
  static final Relation ORDERS =
      keyed(
          "sales",
          "order",
          null,
          List.of(key("fk", "customer_id", CUSTOMERS)),
          List.of(),
          column(1, "id", "bigint", null),
          column(2, "customer_id", "bigint", null),
          column(3, "total", "numeric(12,2)", null));
  static final Relation ODD =
      keyed(
          HOSTILE,
          HOSTILE,
          HOSTILE,
          List.of(key(HOSTILE, HOSTILE, CUSTOMERS)),
          List.of(),
          column(1, "id", HOSTILE, HOSTILE),
          column(2, HOSTILE, "bigint", HOSTILE));

  @Test
  void writesALineForEachTable() {
    assertThat(write(SchemaFormat.TEXT.open("shop", DatabaseKind.POSTGRESQL), CUSTOMERS, ORDERS))
        .isEqualTo(
            """
            sales.customers(id* bigint, "eMail" character varying(50)) -- "Who buys"
            sales."order"(id* bigint, customer_id bigint, total numeric(12,2)) -> customer_id = sales.customers.id
            """);
  }

  @Test
  void namesOnlyTheWantedColumnsOfAWideTable() {
    var columns =
        IntStream.rangeClosed(1, 1600)
            .mapToObj(i -> column(i, "c" + i, "int", null))
            .toArray(Column[]::new);
    var line = new TableLine(described(table("s", "wide", null, columns)), SqlNames.POSTGRESQL);

    assertThat(line.of(Set.of("c900"))).isEqualTo("s.wide(c1* int, c900 int, ... 1598 more)");
    assertThat(line.whole()).contains("c1600 int)").doesNotContain("more");
  }

  @Test
  void keepsHostileTextsOnTheirLine() {
    var lines =
        write(SchemaFormat.TEXT.open("shop", DatabaseKind.MYSQL), ODD, CUSTOMERS).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).contains("\\n*/").contains(" -- \"a'b\\\"c`d\\\\e");
  }

  @Test
  void saysThatALongCommentIsCut() {
    var line =
        write(
            SchemaFormat.TEXT.open("shop", DatabaseKind.MYSQL),
            table("s", "t", "x".repeat(1 << 20), column(1, "id", "int", null)));

    assertThat(line).hasSizeLessThan(400).contains("(cut, has 1048576 characters)");
  }

  @Test
  void writesARowForEachColumn() {
    assertThat(
            write(
                SchemaFormat.CSV.open("shop", DatabaseKind.POSTGRESQL),
                ORDERS,
                table("s", "=t", "c", column(1, "@x", "int", "-1+1\n\"x\""))))
        .isEqualTo(
            """
            database,schema,table,kind,position,column,type,nullable,default,primary_key,references,comment
            shop,sales,order,table,1,id,bigint,false,,true,,
            shop,sales,order,table,2,customer_id,bigint,false,,false,sales.customers.id,
            shop,sales,order,table,3,total,"numeric(12,2)",true,,false,,
            shop,s,'=t,table,1,'@x,int,false,,true,,"'-1+1
            ""x""\"
            """
                .replace("\n", "\r\n")
                .replace("1+1\r\n", "1+1\n"));
  }

  @Test
  void writesADiagramOfMermaid() {
    assertThat(write(SchemaFormat.MERMAID.open("shop", DatabaseKind.POSTGRESQL), CUSTOMERS, ORDERS))
        .isEqualTo(
            """
            erDiagram
              "sales.customers" {
                bigint id PK
                character_varying(50) eMail "Where we #34;write#34;"
              }
              "sales.order" {
                bigint id PK
                bigint customer_id FK
                numeric(12_2) total
              }
              "sales.order" }o--|| "sales.customers" : "customer_id"
            """);
  }

  @Test
  void writesHostileTextsIntoDiagramsAsNumbers() {
    var lines =
        write(SchemaFormat.MERMAID.open("shop", DatabaseKind.POSTGRESQL), ODD, CUSTOMERS)
            .lines()
            .toList();

    // Texts hold no quote, no backslash and no per cent; all else is in the words of the language.
    assertThat(lines)
        .allMatch(
            line ->
                line.matches(
                    "erDiagram|  }|  \"[^\"%\\\\]+\" \\{"
                        + "|    [A-Za-z_][\\w()\\[\\]-]* [A-Za-z_][\\w()\\[\\]-]*( (PK|FK|UK)(, FK)?)?( \"[^\"%\\\\]*\")?"
                        + "|  \"[^\"%\\\\]+\" [|}]o--(\\|\\||o\\|) \"[^\"%\\\\]+\" : \"[^\"%\\\\]*\""));
  }

  @Test
  void writesDbml() {
    assertThat(write(SchemaFormat.DBML.open("shop", DatabaseKind.POSTGRESQL), CUSTOMERS, ORDERS))
        .isEqualTo(
            """
            Table "sales"."customers" {
              "id" "bigint" [pk, not null, increment]
              "eMail" "character varying(50)" [not null, note: 'Where we "write"']
              Note: 'Who buys'
            }

            Table "sales"."order" {
              "id" "bigint" [pk, not null, increment]
              "customer_id" "bigint" [not null]
              "total" "numeric(12,2)"
            }
            Ref: "sales"."order".("customer_id") > "sales"."customers".("id") [delete: cascade]

            """);
  }

  @Test
  void leavesReferencesToOtherTablesOut() {
    for (var format : List.of(SchemaFormat.MERMAID, SchemaFormat.DBML)) {
      assertThat(write(format.open("shop", DatabaseKind.POSTGRESQL), ORDERS))
          .doesNotContain("customers");
    }
    assertThat(write(SchemaFormat.DDL.open("shop", DatabaseKind.POSTGRESQL), ORDERS))
        .contains("-- Not in this script: sales.customers. alter table sales.\"order\"");
  }

  @Test
  void writesAStatementForReaders() {
    assertThat(new TableDdl(described(ORDERS), SqlNames.MYSQL).forReaders())
        .isEqualTo(
            """
            create table sales.`order` (
              id bigint,
              customer_id bigint not null,
              total numeric(12,2),
              primary key (id),
              foreign key (customer_id) references sales.customers (id) on delete cascade
            );""");
    assertThat(new TableDdl(described(ODD), SqlNames.POSTGRESQL).forReaders().lines())
        .hasSize(6)
        .anyMatch(line -> line.contains(" -- \"a'b\\\"c"));
  }
}
