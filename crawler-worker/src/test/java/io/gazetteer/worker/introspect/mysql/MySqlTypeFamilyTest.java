package io.gazetteer.worker.introspect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TypeFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MySqlTypeFamilyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tinyint|tinyint(1)|BOOLEAN",
        "tinyint|tinyint(4)|INTEGER",
        "bigint|bigint unsigned|INTEGER",
        "decimal|decimal(12,2)|DECIMAL",
        "double|double|FLOAT",
        "longtext|longtext|TEXT",
        "year|year(4)|TIME",
        "datetime|datetime(3)|TIME",
        "bit|bit(3)|BINARY",
        "longblob|longblob|BINARY",
        "json|json|DOCUMENT",
        "set|set('a')|ENUM",
        "uuid|uuid|UUID",
        "inet6|inet6|NETWORK",
        "geomcollection|geomcollection|GEOMETRY",
        "vector|vector(3)|OTHER"
      })
  void sortsTypes(String dataType, String columnType, TypeFamily family) {
    assertThat(MySqlTypeFamily.of(dataType, columnType)).isEqualTo(family);
  }
}
