package io.gazetteer.common.index;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void nameEachFieldOfTheIndexesAndNoOther() {
    var defined =
        Stream.of(IndexAlias.values())
            .map(alias -> IndexDefinition.load(alias).body().at("/mappings/properties"))
            .flatMap(properties -> properties.propertyNames().stream())
            .collect(toSet());
    assertThat(values()).isEqualTo(defined);
  }

  @Test
  void areCalledWhatTheyHold() {
    assertThat(constants())
        .allSatisfy(
            constant ->
                assertThat(constant.get(null))
                    .isEqualTo(constant.getName().toLowerCase(Locale.ROOT)));
  }

  private static Set<String> values() {
    return constants().map(FieldsTest::value).collect(toSet());
  }

  private static Stream<Field> constants() {
    return Arrays.stream(Fields.class.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()));
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
