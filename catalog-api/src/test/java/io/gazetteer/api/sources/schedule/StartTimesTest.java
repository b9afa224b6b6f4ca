package io.gazetteer.api.sources.schedule;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.catalog.RelationFilters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimesTest {
  private static final Instant NOW = Instant.parse("2026-06-01T12:34:56.789Z");
  private final StartTimes times = times(Duration.ofMinutes(2));

  private static List<UUID> randomIds() {
    var random = new Random(7);
    return IntStream.range(0, 1000)
        .mapToObj(i -> new UUID(random.nextLong(), random.nextLong()))
        .toList();
  }

  private static List<UUID> consecutiveIds() {
    return LongStream.range(0, 1000).mapToObj(i -> new UUID(0, i)).toList();
  }

  @Test
  void spreadsAThousandHourlyOnesOverHalfAnHour() {
    for (var ids : List.of(randomIds(), consecutiveIds())) {
      var perMinute =
          ids.stream()
              .map(id -> next(id, "PT1H").truncatedTo(ChronoUnit.MINUTES))
              .collect(groupingBy(minute -> minute, counting()));

      assertThat(perMinute).hasSizeGreaterThanOrEqualTo(30);
      assertThat(perMinute.values()).allSatisfy(number -> assertThat(number).isLessThan(70));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT1M", "PT61S", "PT1H", "P1D", "P365D"})
  void waitsForHalfAnIntervalAtLeastAndOneAtMost(String schedule) {
    var interval = Duration.parse(schedule);
    for (var id : randomIds()) {
      var wait = Duration.between(NOW, next(id, schedule));
      assertThat(wait)
          .isGreaterThanOrEqualTo(interval.dividedBy(2).truncatedTo(ChronoUnit.SECONDS))
          .isLessThanOrEqualTo(interval);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 14, 1700})
  void keepsItsPaceWhenAStartIsLate(long seconds) {
    var id = UUID.randomUUID();
    var first = next(id, "PT1H");

    assertThat(times.next(id, options("PT1H"), first.plusSeconds(seconds)))
        .contains(first.plus(Duration.ofHours(1)));
  }

  @Test
  void delaysCronStartsALittleEachByItsOwnShare() {
    var three = Instant.parse("2026-06-02T03:00:00Z");
    var starts = randomIds().stream().map(id -> next(id, "0 3 * * *")).toList();

    assertThat(starts)
        .allSatisfy(
            start ->
                assertThat(start)
                    .isBetween(three, three.plus(Duration.ofMinutes(2)).minusNanos(1)));
    assertThat(starts.stream().distinct().count()).isEqualTo(120);
    assertThat(starts).isEqualTo(randomIds().stream().map(id -> next(id, "0 3 * * *")).toList());
  }

  @Test
  void delaysByNoMoreThanATenthOfTheGap() {
    var minute = Instant.parse("2026-06-01T12:35:00Z");

    assertThat(randomIds())
        .allSatisfy(
            id -> assertThat(next(id, "* * * * *")).isBetween(minute, minute.plusSeconds(5)));
  }

  @Test
  void canDoWithoutSpread() {
    assertThat(times(Duration.ZERO).next(UUID.randomUUID(), options("0 3 * * *")))
        .contains(Instant.parse("2026-06-02T03:00:00Z"));
  }

  @Test
  void startsACronOnceForEachOfItsTimes() {
    for (var id : randomIds()) {
      var first = next(id, "*/10 * * * *");
      var second = times.next(id, options("*/10 * * * *"), first).orElseThrow();

      assertThat(Duration.between(first, second)).isEqualTo(Duration.ofMinutes(10));
    }
  }

  @Test
  void startsNothingThatIsOff() {
    assertThat(times.next(UUID.randomUUID(), options("off"))).isEmpty();
    assertThat(times.gap(options("off"), NOW)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "0 0 30 2 *"})
  void takesAnUnreadableScheduleForTheUsualOne(String schedule) {
    var id = UUID.randomUUID();

    assertThat(times.next(id, options(schedule))).isEqualTo(times.next(id, CrawlOptions.DEFAULTS));
    assertThat(times.next(id, new CrawlOptions("@daily", "Mars", RelationFilters.NONE, null)))
        .isEqualTo(times.next(id, CrawlOptions.DEFAULTS));
  }

  private Instant next(UUID id, String schedule) {
    return times.next(id, options(schedule)).orElseThrow();
  }

  private static CrawlOptions options(String schedule) {
    return new CrawlOptions(schedule, "UTC", RelationFilters.NONE, null);
  }

  private static StartTimes times(Duration spread) {
    return new StartTimes(Clock.fixed(NOW, ZoneOffset.UTC), spread);
  }
}
