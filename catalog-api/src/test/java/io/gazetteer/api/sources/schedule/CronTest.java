package io.gazetteer.api.sources.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Clocks in Berlin go from 2 to 3 on 2026-03-29 at 01:00Z, and from 3 to 2 on 2026-10-25 at 01:00Z.
 */
class CronTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // On usual days, in their zone.
        "0 3 * * *|UTC|2026-06-01T03:00:00Z|2026-06-02T03:00Z,2026-06-03T03:00Z",
        "0 3 * * *|Europe/Berlin|2026-06-01T00:59:59Z|2026-06-01T01:00Z,2026-06-02T01:00Z",
        "0 3 * * *|Asia/Kolkata|2026-06-01T00:00:00Z|2026-06-01T21:30Z",
        "0 3 * * 1-5|UTC|2026-06-05T03:00:00Z|2026-06-08T03:00Z",
        "0 0 * * 0|UTC|2026-06-05T03:00:00Z|2026-06-07T00:00Z",
        "0 0 * * 7|UTC|2026-06-05T03:00:00Z|2026-06-07T00:00Z",
        "0 0 29 2 *|UTC|2026-06-05T03:00:00Z|2028-02-29T00:00Z,2032-02-29T00:00Z",
        "@monthly|UTC|2026-06-05T03:00:00Z|2026-07-01T00:00Z",
        // The local time stays when the clocks change.
        "0 8 * * *|Europe/Berlin|2026-03-28T00:00:00Z|2026-03-28T07:00Z,2026-03-29T06:00Z",
        // 02:30 is skipped: it comes an hour later, by the wall 03:30, once.
        "30 2 * * *|Europe/Berlin|2026-03-28T02:00:00Z|2026-03-29T01:30Z,2026-03-30T00:30Z",
        "30 2,3 * * *|Europe/Berlin|2026-03-28T12:00:00Z|2026-03-29T01:30Z,2026-03-30T00:30Z",
        // 02:30 comes twice: the first counts.
        "30 2 * * *|Europe/Berlin|2026-10-24T12:00:00Z|2026-10-25T00:30Z,2026-10-26T01:30Z",
        "30 2 * * *|Europe/Berlin|2026-10-25T00:45:00Z|2026-10-26T01:30Z",
        // Every hour is every hour.
        "0 * * * *|Europe/Berlin|2026-03-29T00:30:00Z|2026-03-29T01:00Z,2026-03-29T02:00Z",
        "0 * * * *|Europe/Berlin|2026-10-24T23:30:00Z|"
            + "2026-10-25T00:00Z,2026-10-25T01:00Z,2026-10-25T02:00Z",
        "@hourly|Europe/Berlin|2026-10-25T00:30:00Z|2026-10-25T01:00Z"
      })
  void startsAtItsTimes(String text, String zone, Instant after, String expected) {
    var cron = (Cron) Schedule.parse(text, ZoneId.of(zone), after);
    var times = Stream.of(expected.split(",")).map(CronTest::instant).toList();

    assertThat(following(cron, after, times.size())).isEqualTo(times);
  }

  private static Instant instant(String minutes) {
    return Instant.parse(minutes.replace("Z", ":00Z"));
  }

  private static List<Instant> following(Cron cron, Instant after, int number) {
    return Stream.iterate(cron.next(after).orElseThrow(), time -> cron.next(time).orElseThrow())
        .limit(number)
        .toList();
  }
}
