package io.gazetteer.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final Patience patience = new Patience();
  private final UUID crawl = UUID.randomUUID();

  @Test
  void endsWhenNobodyMoves() {
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isFalse();
    look(Patience.LOOKS - 1, 0);
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isFalse();
    look(1, 0);
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isTrue();
  }

  @Test
  void lastsWhileOthersGetTheirTurn() {
    assertThat(patience.isStuck(crawl, "PENDING")).isFalse();
    look(Patience.LOOKS, 0);
    look(1, Patience.OVERTAKEN - 1);
    assertThat(patience.isStuck(crawl, "PENDING")).isFalse();
    look(1, 1);
    assertThat(patience.isStuck(crawl, "PENDING")).isTrue();
  }

  @Test
  void beginsAnewWithEachStep() {
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isFalse();
    look(Patience.LOOKS, Patience.OVERTAKEN);
    assertThat(patience.isStuck(crawl, "RUNNING 1")).isFalse();
    look(Patience.LOOKS / 2, Patience.OVERTAKEN);
    assertThat(patience.isStuck(crawl, "RUNNING 1")).isFalse();
    look(Patience.LOOKS / 2, 1);
    assertThat(patience.isStuck(crawl, "RUNNING 1")).isTrue();
  }

  @Test
  void endsAtLastWhateverOthersDo() {
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isFalse();
    for (int i = 0; i < 18; i++) {
      assertThat(patience.isStuck(crawl, "RUNNING 0")).isFalse();
      look(Patience.LOOKS - 1, 0);
      look(1, 1);
    }
    assertThat(patience.isStuck(crawl, "RUNNING 0")).isTrue();
  }

  private void look(int looks, int ended) {
    for (int i = 0; i < looks; i++) {
      patience.look(ended);
    }
  }
}
