package io.gazetteer.api.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.web.input.Parameters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WantedDataSourcesTest {
  private static final UUID ID = new UUID(0, 7);
  private static final DataSourceEntry SHOP =
      new DataSourceEntry(ID, "Shop", "db.example", 5432, "PostgreSQL", List.of("shop"), false);

  @ParameterizedTest
  @CsvSource({
    "db_name, Shop, true",
    "db_name, shop, false",
    "hostname, DB.Example, true",
    "hostname, example, false",
    "port, 5432, true",
    "port, 5433, false",
    "id, 00000000-0000-0000-0000-000000000007, true",
    "id, 00000000-0000-0000-0000-000000000008, false",
  })
  void comparesWhatIsGiven(String parameter, String value, boolean fits) {
    var wanted = WantedDataSources.of(parameters(Map.of(parameter, new String[] {value})));

    assertThat(wanted.isAny()).isFalse();
    assertThat(wanted.fits(SHOP)).isEqualTo(fits);
  }

  @Test
  void meansAnyWhenNothingIsGiven() {
    var wanted = WantedDataSources.of(parameters(Map.of("db_name", new String[] {""})));

    assertThat(wanted.isAny()).isTrue();
    assertThat(wanted.fits(SHOP)).isTrue();
  }

  @Test
  void takesSeveralNamesForAnyOfThem() {
    assertThat(
            WantedDataSources.of(parameters(Map.of("db_name", new String[] {"x", "Shop"})))
                .fits(SHOP))
        .isTrue();
  }

  private static Parameters parameters(Map<String, String[]> given) {
    return new Parameters(given);
  }
}
