package io.gazetteer.api.operations.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whether this process is ready to serve. Anyone may ask, so it asks the stores rarely. */
@RestController
final class HealthController {
  private static final Duration KEPT = Duration.ofSeconds(1);

  private final Health health;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private Instant until = Instant.MIN;
  private Map<String, Boolean> stores = Map.of();

  HealthController(Health health, Clock clock) {
    this.health = health;
    this.clock = clock;
  }

  @GetMapping("/api/health")
  ResponseEntity<Map<String, String>> health() {
    var answer = new TreeMap<String, String>();
    var now = stores();
    now.forEach((store, up) -> answer.put(store, word(up)));
    boolean up = !now.containsValue(false);
    answer.put("status", word(up));
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(answer);
  }

  private Map<String, Boolean> stores() {
    lock.lock();
    try {
      if (clock.instant().isAfter(until)) {
        stores = health.check();
        until = clock.instant().plus(KEPT);
      }
      return stores;
    } finally {
      lock.unlock();
    }
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
