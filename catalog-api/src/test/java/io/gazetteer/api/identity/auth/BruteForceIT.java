package io.gazetteer.api.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Answer;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** On a process of its own: all tests have one address. */
class BruteForceIT {
  private static final ConfigurableApplicationContext CONTEXT = start();
  private static final TestApi api = TestApi.of(CONTEXT);

  private static ConfigurableApplicationContext start() {
    TestApi.shared();
    var settings = TestApi.settings();
    settings.put("gazetteer.login.tries-per-address", "60");
    return TestApi.start(settings);
  }

  @AfterAll
  static void stop() {
    CONTEXT.close();
  }

  @Test
  void stopsWhoeverTriesTooOften() {
    var known = TestApi.shared().addUser("viewer");
    var unknown = "nobody-" + UUID.randomUUID();
    var answers = List.of(wrong(known, 10), wrong(unknown, 10));
    assertThat(answers.getFirst()).allMatch(answer -> answer.status() == 401);
    assertThat(answers.getLast()).allMatch(answer -> answer.status() == 401);

    var eleventh = api.logIn(known, TestApi.USER_PASSWORD);
    var ofNobody = api.logIn(unknown, "wrong-password");

    for (Answer answer : List.of(eleventh, ofNobody)) {
      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.code()).isEqualTo("too_many_requests");
      assertThat(Long.parseLong(answer.header("Retry-After"))).isBetween(1L, 90L);
    }
    assertThat(eleventh.json().path("detail")).isEqualTo(ofNobody.json().path("detail"));
    assertThat(api.logIn("admin", TestApi.ADMIN_PASSWORD).status()).isEqualTo(200);

    // Thirty at once for one account come no further than one after the other; on a busy machine
    // some of them do not even have their turn.
    assertThat(atOnce("nobody-" + UUID.randomUUID()))
        .isSubsetOf(401, 429, 503)
        .filteredOn(status -> status == 401)
        .hasSizeBetween(1, 10);
    // Sixty for this address in all, whatever the account.
    assertThat(wrong("nobody-" + UUID.randomUUID(), 10)).allMatch(answer -> answer.status() == 401);
    for (int i = 0; i < 80; i++) {
      wrong("nobody-" + UUID.randomUUID(), 1);
    }
    var newcomer = TestApi.shared().addUser("viewer");
    assertThat(api.logIn(newcomer, TestApi.USER_PASSWORD).status()).isEqualTo(429);
    // Whoever has logged in from here before is no stranger, whatever others do here.
    assertThat(api.logIn("admin", TestApi.ADMIN_PASSWORD).status()).isEqualTo(200);
  }

  private static List<Answer> wrong(String name, int times) {
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < times; i++) {
      answers.add(api.logIn(name, "wrong-password"));
    }
    return answers;
  }

  private static List<Integer> atOnce(String name) {
    var answers = new ArrayList<Future<Answer>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 30; i++) {
        answers.add(threads.submit(() -> api.logIn(name, "wrong-password")));
      }
    }
    return answers.stream().map(answer -> answer.resultNow().status()).toList();
  }
}
