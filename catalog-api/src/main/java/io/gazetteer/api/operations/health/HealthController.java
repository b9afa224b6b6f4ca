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
  private volatile Map<String, String> parts = Map.of();

  HealthController(Health health, Clock clock) {
    this.health = health;
    this.clock = clock;
  }

  @GetMapping("/api/health")
  ResponseEntity<Map<String, String>> health() {
    var answer = new TreeMap<>(parts());
    boolean up = Health.serves(answer);
    answer.put("status", up ? Health.UP : Health.DOWN);
    return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE).body(answer);
  }

  /** Few requests wait for slow stores; the others get what was known before. */
  private Map<String, String> parts() {
    if (lock.isLocked() && !parts.isEmpty()) {
      return parts;
    }
    lock.lock();
    try {
      if (clock.instant().isAfter(until)) {
        parts = health.check();
        until = clock.instant().plus(KEPT);
      }
      return parts;
    } finally {
      lock.unlock();
    }
  }
}
