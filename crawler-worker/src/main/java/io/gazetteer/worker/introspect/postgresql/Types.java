package io.gazetteer.worker.introspect.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks up the types that are used in a batch. */
final class Types {

  /** Is what format_type says of a type that no longer exists. */
  private static final String UNKNOWN = "???";

  private final Map<TypeKey, ResolvedType> types = new HashMap<>();
  private final Map<Long, List<String>> enumValues = new HashMap<>();

  /** Resolves the types. A type that was dropped meanwhile stays unresolved. */
  static void resolve(Connection connection, Collection<ColumnType> used) throws SQLException {
    var types = new Types();
    var keys =
        NumberLists.none()
            .oids("types", used.stream().map(type -> type.key().oid()).toList())
            .integers("modifiers", used.stream().map(type -> type.key().modifier()).toList());
    PostgresQuery.TYPES.run(connection, keys, types::accept);
    used.forEach(type -> type.resolve(types.types.get(type.key())));
  }

  private void accept(CopyRow row) {
    boolean isType = row.requiredText().equals("type");
    long oid = row.number();
    int modifier = row.integer();
    var text = row.requiredText();
    if (!isType) {
      valuesOf(oid).add(text);
    } else if (!text.contains(UNKNOWN)) {
      types.put(new TypeKey(oid, modifier), resolve(row, oid, text));
    }
  }

  /** Resolves a type. The rows of its values come later and fill the list that it already holds. */
  private ResolvedType resolve(CopyRow row, long oid, String spelling) {
    boolean notNull = row.flag();
    var family = PostgresTypeFamily.of(row.character(), row.character(), row.requiredText());
    return new ResolvedType(spelling, family, notNull, valuesOf(oid));
  }

  private List<String> valuesOf(long oid) {
    return enumValues.computeIfAbsent(oid, key -> new ArrayList<>());
  }
}
