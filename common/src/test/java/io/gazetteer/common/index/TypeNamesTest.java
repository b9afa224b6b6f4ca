package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TypeFamily;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "character varying(120)         | TEXT    | character varying, varchar",
        "varchar(120)                   | TEXT    | varchar, character varying",
        "character(3)                   | TEXT    | character, char, bpchar",
        "text                           | TEXT    | text",
        "numeric(12,2)                  | DECIMAL | numeric, decimal, dec",
        "decimal(12,2) unsigned         | DECIMAL | decimal unsigned, decimal, numeric, dec",
        "integer                        | INTEGER | integer, int, int4",
        "int(10) unsigned               | INTEGER | int unsigned, int, integer, int4",
        "int(10) unsigned zerofill      | INTEGER | int unsigned, int, integer, int4",
        "int unsigned                   | INTEGER | int unsigned, int, integer, int4",
        "BIGINT(20)                     | INTEGER | bigint, int8",
        "tinyint(1)                     | BOOLEAN | tinyint, int1, boolean, bool",
        "boolean                        | BOOLEAN | boolean, bool",
        "double precision               | FLOAT   | double precision, double, float8, float",
        "timestamp(3) without time zone | TIME    | timestamp without time zone, timestamp",
        "timestamp with time zone       | TIME    | timestamp with time zone, timestamptz, timestamp",
        "interval day to second(3)      | TIME    | interval day to second, interval",
        "bit varying(5)                 | BINARY  | bit varying, varbit",
        "character varying(10)[]        | ARRAY   | character varying[], varchar[]",
        "text[][]                       | ARRAY   | text[][]",
        "sales.mood                     | ENUM    | sales.mood, mood, enum",
        "enum('a)','(b')                | ENUM    | enum",
        "set('x','y')                   | ENUM    | set, enum",
        "public.citext                  | TEXT    | public.citext, citext",
        "public.geometry(Point,4326)    | GEOMETRY | public.geometry, geometry",
        "\"char\"                       | TEXT    | \"char\", char",
        "sales.\"My (odd) Type\"        | OTHER   | sales.\"my (odd) type\", my (odd) type",
        "\"half.quoted\".mood           | OTHER   | \"half.quoted\".mood, mood",
      })
  void callsATypeByItsUsualNames(String dataType, TypeFamily family, String names) {
    assertThat(TypeNames.of(dataType, family))
        .containsExactlyElementsOf(List.of(names.split(", ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "varchar(120)                | (120)",
        "NUMERIC(10 , 2)             | (10,2)",
        "timestamp(3) with time zone | (3)",
        "\"odd (3)\"                 | ''",
        "text                        | ''",
        "varchar(                    | ''",
      })
  void readsParameters(String dataType, String parameters) {
    assertThat(TypeNames.parameters(dataType)).isEqualTo(parameters);
  }
}
