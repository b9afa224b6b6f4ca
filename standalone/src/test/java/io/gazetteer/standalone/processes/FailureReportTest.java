package io.gazetteer.standalone.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailureReportTest {
  private static final String REPORT =
      """
      10:00:00.000 INFO  Flyway: up to date
      10:00:01.000 ERROR LoggingFailureAnalysisReporter:

      ***************************
      APPLICATION FAILED TO START
      ***************************

      Description:

      The keyset file x
      is missing

      """;

  @Test
  void isOneSentence() {
    assertThat(FailureReport.of(REPORT)).contains("The keyset file x is missing");
    assertThat(FailureReport.of(REPORT + REPORT.replace("missing", "lost")))
        .contains("The keyset file x is lost");
  }

  @Test
  void leavesOutSpringsAdvice() {
    assertThat(FailureReport.of(REPORT + "Action:\n\nThink.\n"))
        .contains("The keyset file x is missing");
  }

  @Test
  void isNoneWhenTheApplicationStartedAfterIt() {
    assertThat(FailureReport.of(REPORT + "10:02:00.000 INFO  Application: started\n")).isEmpty();
    assertThat(FailureReport.of("10:02:00.000 INFO  Application: started\n")).isEmpty();
    assertThat(FailureReport.atTheEndOf(Path.of("no", "such", "log"))).isEmpty();
  }
}
