package io.gazetteer.worker.introspect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.relation.TypeFamily;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTypeFamilyTest {

  @ParameterizedTest
  @CsvSource({
    "b,N,int8,INTEGER",
    "b,N,numeric,DECIMAL",
    "b,N,money,DECIMAL",
    "b,N,float4,FLOAT",
    "b,N,regclass,OTHER",
    "b,S,varchar,TEXT",
    "b,S,citext,TEXT",
    "b,Z,char,TEXT",
    "b,B,bool,BOOLEAN",
    "b,D,timestamptz,TIME",
    "b,T,interval,TIME",
    "b,U,bytea,BINARY",
    "b,V,varbit,BINARY",
    "b,U,jsonb,DOCUMENT",
    "b,U,uuid,UUID",
    "e,E,order_state,ENUM",
    "b,A,_int4,ARRAY",
    "b,G,polygon,GEOMETRY",
    "b,U,geography,GEOMETRY",
    "b,I,cidr,NETWORK",
    "b,U,macaddr8,NETWORK",
    "r,R,int4range,RANGE",
    "m,R,datemultirange,RANGE",
    "c,C,address,OTHER",
    "b,U,tsvector,OTHER"
  })
  void sortsTypes(char type, char category, String name, TypeFamily family) {
    assertThat(PostgresTypeFamily.of(type, category, name)).isEqualTo(family);
  }
}
