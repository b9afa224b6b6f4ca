package io.gazetteer.worker.introspect.postgresql;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Holds named lists of numbers; nothing else gets into the text of a query. */
final class NumberLists {

  private final Map<String, String> literals = new LinkedHashMap<>();

  static NumberLists none() {
    return new NumberLists();
  }

  NumberLists oids(String name, Collection<Long> oids) {
    return put(name, oids, "oid");
  }

  NumberLists integers(String name, Collection<Integer> integers) {
    return put(name, integers, "int4");
  }

  private NumberLists put(String name, Collection<? extends Number> numbers, String type) {
    var values = numbers.stream().map(Number::toString).collect(Collectors.joining(","));
    literals.put(":" + name, "'{" + values + "}'::pg_catalog." + type + "[]");
    return this;
  }

  /** Replaces every {@code :name} of a query by its list. */
  String insertInto(String sql) {
    var text = sql;
    for (Map.Entry<String, String> literal : literals.entrySet()) {
      text = text.replace(literal.getKey(), literal.getValue());
    }
    return text;
  }
}
