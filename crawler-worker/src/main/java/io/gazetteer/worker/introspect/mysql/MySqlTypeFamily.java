package io.gazetteer.worker.introspect.mysql;

import io.gazetteer.common.relation.TypeFamily;
import java.util.Locale;

/** Sorts the types of MySQL and MariaDB into families. */
final class MySqlTypeFamily {

  private MySqlTypeFamily() {}

  /**
   * @param dataType information_schema's DATA_TYPE, for example {@code bigint}
   * @param columnType its COLUMN_TYPE, for example {@code bigint(20) unsigned}
   */
  static TypeFamily of(String dataType, String columnType) {
    return switch (dataType.toLowerCase(Locale.ROOT)) {
      case "tinyint" -> tinyint(columnType);
      case "smallint", "mediumint", "int", "integer", "bigint" -> TypeFamily.INTEGER;
      case "decimal", "numeric" -> TypeFamily.DECIMAL;
      case "float", "double", "real" -> TypeFamily.FLOAT;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> TypeFamily.TEXT;
      case "date", "time", "datetime", "timestamp", "year" -> TypeFamily.TIME;
      case "bit", "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
          TypeFamily.BINARY;
      case "json", "xmltype" -> TypeFamily.DOCUMENT;
      case "enum", "set" -> TypeFamily.ENUM;
      case "uuid" -> TypeFamily.UUID;
      case "inet4", "inet6" -> TypeFamily.NETWORK;
      default -> geometry(dataType);
    };
  }

  /** Returns the family: BOOLEAN is stored under this name, and drivers read it as a boolean. */
  private static TypeFamily tinyint(String columnType) {
    return columnType.equalsIgnoreCase("tinyint(1)") ? TypeFamily.BOOLEAN : TypeFamily.INTEGER;
  }

  private static TypeFamily geometry(String dataType) {
    return switch (dataType.toLowerCase(Locale.ROOT)) {
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          TypeFamily.GEOMETRY;
      default -> TypeFamily.OTHER;
    };
  }
}
