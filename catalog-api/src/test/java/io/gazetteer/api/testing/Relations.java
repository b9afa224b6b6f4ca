package io.gazetteer.api.testing;

import io.gazetteer.common.model.Column;
import io.gazetteer.common.model.Relation;
import io.gazetteer.common.model.RelationKind;
import io.gazetteer.common.model.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small relations to index. */
public final class Relations {
  private Relations() {}

  /** A table of text columns; a column's comment may follow its name after a colon. */
  public static Relation table(String schema, String name, String... columns) {
    return commented(schema, name, null, columns);
  }

  public static Relation commented(
      String schema, String name, @Nullable String comment, String... columns) {
    var built = new ArrayList<Column>();
    for (String column : columns) {
      var parts = column.split(":", 2);
      built.add(column(built.size() + 1, parts[0], parts.length > 1 ? parts[1] : null));
    }
    return new Relation(
        schema,
        name,
        RelationKind.TABLE,
        comment,
        7L,
        built,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static Column column(int position, String name, @Nullable String comment) {
    return new Column(
        name, position, "text", TypeFamily.TEXT, true, null, comment, null, null, List.of(), false);
  }
}
