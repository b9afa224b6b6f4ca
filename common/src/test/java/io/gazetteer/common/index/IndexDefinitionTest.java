package io.gazetteer.common.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IndexDefinitionTest {
  @ParameterizedTest
  @EnumSource
  void refusesFieldsItDoesNotKnowAndCarriesItsVersion(IndexAlias alias) {
    var definition = IndexDefinition.load(alias);
    assertThat(definition.version()).isPositive();
    assertThat(definition.indexName()).isEqualTo(alias.alias() + "-v" + definition.version());
    assertThat(definition.body().at("/mappings/dynamic").asString()).isEqualTo("strict");
  }

  @ParameterizedTest
  @EnumSource
  void isCreatedWithItsAliasAndTheConfiguredShards(IndexAlias alias) {
    var body = IndexDefinition.load(alias).body(3, 1, alias.alias());
    assertThat(body.at("/settings/index/number_of_shards").asInt()).isEqualTo(3);
    assertThat(body.at("/settings/index/number_of_replicas").asInt()).isEqualTo(1);
    assertThat(body.path("aliases").has(alias.alias())).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void hasTheSameVersionForBothIndexes(IndexAlias alias) {
    assertThat(IndexDefinition.load(alias).version()).isEqualTo(SearchIndexes.definitionVersion());
  }
}
