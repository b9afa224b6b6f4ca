package io.gazetteer.worker.introspect.postgresql;

import io.gazetteer.common.relation.TypeFamily;

/** Sorts PostgreSQL's types into families, by kind and category first and by name where needed. */
final class PostgresTypeFamily {

  private PostgresTypeFamily() {}

  /**
   * @param type pg_type.typtype of the base type
   * @param category pg_type.typcategory of the base type
   * @param name pg_type.typname of the base type, for example {@code int4}
   */
  static TypeFamily of(char type, char category, String name) {
    return switch (type) {
      case 'e' -> TypeFamily.ENUM;
      case 'r', 'm' -> TypeFamily.RANGE;
      case 'c' -> TypeFamily.OTHER;
      default -> ofBase(category, name);
    };
  }

  private static TypeFamily ofBase(char category, String name) {
    return switch (category) {
      case 'A' -> TypeFamily.ARRAY;
      case 'B' -> TypeFamily.BOOLEAN;
      case 'D', 'T' -> TypeFamily.TIME;
      case 'G' -> TypeFamily.GEOMETRY;
      case 'I' -> TypeFamily.NETWORK;
      case 'S' -> TypeFamily.TEXT;
      case 'V' -> TypeFamily.BINARY;
      default -> ofName(name);
    };
  }

  private static TypeFamily ofName(String name) {
    return switch (name) {
      case "int2", "int4", "int8", "oid", "xid8" -> TypeFamily.INTEGER;
      case "numeric", "money" -> TypeFamily.DECIMAL;
      case "float4", "float8" -> TypeFamily.FLOAT;
      case "char" -> TypeFamily.TEXT;
      case "bytea" -> TypeFamily.BINARY;
      case "json", "jsonb", "xml" -> TypeFamily.DOCUMENT;
      case "uuid" -> TypeFamily.UUID;
      case "macaddr", "macaddr8" -> TypeFamily.NETWORK;
      case "geometry", "geography", "box2d", "box3d" -> TypeFamily.GEOMETRY;
      default -> TypeFamily.OTHER;
    };
  }
}
