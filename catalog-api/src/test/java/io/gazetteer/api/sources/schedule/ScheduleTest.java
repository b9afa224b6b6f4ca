package io.gazetteer.api.sources.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "off|off",
        " OFF |off",
        "PT1M|PT1M",
        "pt90m|PT1H30M",
        "PT24H|P1D",
        "P1D|P1D",
        "P1DT12H|PT36H",
        "P2W|P14D",
        "P365D|P365D",
        "0 3 * * 1-5|0 3 * * 1-5",
        "0\t3  * * MON-FRI|0 3 * * MON-FRI",
        "*/5 * * * *|*/5 * * * *",
        "0 0 29 2 *|0 0 29 2 *",
        "0 0 L * ?|0 0 L * ?",
        "0 0 * * 5#2|0 0 * * 5#2",
        "@Daily|@daily",
        "@hourly|@hourly"
      })
  void hasOneSpelling(String given, String expected) {
    var schedule = parse(given);

    assertThat(schedule.format()).isEqualTo(expected);
    assertThat(parse(expected).format()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "on",
        "never",
        "PT59S",
        "PT1M0.5S",
        "P366D",
        "P53W",
        "P0D",
        "-PT1H",
        "PT-1H",
        "P1M",
        "P1Y",
        "P99999999999999999999D",
        "1h",
        "* * * *",
        "* * * * * *",
        "0 0 3 * * 1-5",
        "60 * * * *",
        "0 24 * * *",
        "0 0 32 * *",
        "0 0 * 13 *",
        "0 0 * * 8",
        "a b c d e",
        "*/0 * * * *",
        "5-1 * * * *",
        "\u0663 * * * *",
        "0\u00a03 * * *",
        "@reboot",
        "@",
        "daily"
      })
  void refusesWhatIsNone(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(WrongScheduleException.class)
        .hasMessage(WrongScheduleException.NO_SCHEDULE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 0 30 2 *", "0 0 31 4,6,9,11 *"})
  void refusesACronThatNeverStarts(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(WrongScheduleException.class)
        .hasMessageStartingWith("never");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 100_000})
  void refusesAnEndlessCron(int characters) {
    assertThatThrownBy(() -> parse("0" + ",0".repeat(characters / 2) + " * * * *"))
        .isInstanceOf(WrongScheduleException.class);
  }

  private static Schedule parse(String text) {
    return Schedule.parse(text, ZoneOffset.UTC, NOW);
  }
}
