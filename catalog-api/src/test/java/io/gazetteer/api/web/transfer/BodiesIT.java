package io.gazetteer.api.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.TestApi;
import io.gazetteer.api.web.problems.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodiesIT {
  private final Bodies bodies = new Bodies(2);

  @Test
  void everyNewcomerSendsAnotherOneAway() {
    var first = body();
    var second = body();
    bodies.put(first, "a");
    bodies.put(second, "a");

    assertThat(bodies.put(body(), "a")).containsSame(first);
    // The first has not ended yet.
    assertThat(bodies.put(body(), "a")).containsSame(second);
    assertThat(bodies.count()).isEqualTo(2);
  }

  @Test
  void everyLargeBodySendsAnotherOneAway() {
    var first = body();
    var second = body();
    int half = Bodies.MOST_LARGE_BYTES / 2;
    bodies.takeRoom(first, half);
    bodies.takeRoom(second, half);

    assertThat(bodies.takeRoom(body(), half)).containsSame(first);
    assertThat(bodies.takeRoom(body(), half)).containsSame(second);
    assertThat(bodies.largeBytes()).isEqualTo(2 * half);
  }

  private Body body() {
    return new Body(
        new MockHttpServletRequest(),
        new MockHttpServletResponse(),
        () -> {},
        bodies,
        TestApi.shared().bean(ProblemWriter.class));
  }
}
