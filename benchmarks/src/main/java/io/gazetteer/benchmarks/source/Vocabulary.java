package io.gazetteer.benchmarks.source;

import java.util.List;

/** Names as people give them, always the same for the same numbers. */
final class Vocabulary {
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

  private Vocabulary() {}

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
