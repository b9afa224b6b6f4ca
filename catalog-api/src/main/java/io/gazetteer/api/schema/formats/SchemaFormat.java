package io.gazetteer.api.schema.formats;

import io.gazetteer.common.source.DatabaseKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names the forms, besides JSON, in which tables are written; {@code format} is the lower case. */
public enum SchemaFormat {
  DDL("application/sql"),
  DBML("text/x-dbml"),
  MERMAID("text/vnd.mermaid"),
  TEXT("text/plain"),
  CSV("text/csv");

  private final String mediaType;

  SchemaFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns the value of the parameter {@code format}. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns all values of the parameter. */
  public static List<String> parameters() {
    return Arrays.stream(values()).map(SchemaFormat::parameter).toList();
  }

  /** Begins to write tables of a database. */
  public TableFormat open(String database, DatabaseKind kind) {
    var names = SqlNames.of(kind);
    return switch (this) {
      case DDL -> new DdlScript(database, names);
      case DBML -> new Dbml();
      case MERMAID -> new Mermaid();
      case TEXT -> new LineList(names);
      case CSV -> new ColumnRows(database);
    };
  }
}
