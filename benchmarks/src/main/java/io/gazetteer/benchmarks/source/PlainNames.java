package io.gazetteer.benchmarks.source;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A few words put together as people do, always the same for the same numbers. The names repeat
 * from table to table; {@link VariedNames} has more of them.
 */
final class PlainNames {
  private static final List<String> THINGS =
      List.of(
          "customer",
          "order",
          "invoice",
          "payment",
          "product",
          "supplier",
          "warehouse",
          "employee",
          "contract",
          "shipment",
          "ticket",
          "campaign",
          "address",
          "account",
          "branch",
          "vehicle",
          "policy",
          "claim",
          "project",
          "machine",
          "sensor",
          "lesson",
          "patient",
          "booking",
          "currency");
  private static final List<String> ASPECTS =
      List.of(
          "id",
          "amount",
          "created_at",
          "note",
          "is_active",
          "count",
          "code",
          "valid_from",
          "settings",
          "key",
          "email",
          "status",
          "total",
          "rate",
          "phone",
          "city",
          "quantity",
          "reason",
          "owner",
          "level",
          "weight",
          "label",
          "score",
          "period");
  private static final List<String> USES =
      List.of(
          "history",
          "detail",
          "import",
          "snapshot",
          "link",
          "archive",
          "stage",
          "audit",
          "summary",
          "queue");

  /** No table can have more columns: the names would repeat. */
  static final int MOST_COLUMNS = THINGS.size() * ASPECTS.size();

  static final Naming NAMING =
      new Naming() {
        @Override
        public String table(int table) {
          return PlainNames.table(table);
        }

        @Override
        public List<String> columns(int table, int count) {
          return IntStream.rangeClosed(1, count).mapToObj(column -> column(table, column)).toList();
        }

        @Override
        public String comment(int table) {
          return "Table number " + table + " of the company";
        }

        @Override
        public String comment(int table, int column) {
          return "As it was told by customer " + column;
        }
      };

  private PlainNames() {}

  static String table(int table) {
    return at(THINGS, table) + "_" + at(USES, table / THINGS.size()) + "_" + table;
  }

  static String column(int table, int column) {
    return at(THINGS, table + column) + "_" + at(ASPECTS, table + column / THINGS.size());
  }

  private static String at(List<String> words, int number) {
    return words.get(number % words.size());
  }
}
