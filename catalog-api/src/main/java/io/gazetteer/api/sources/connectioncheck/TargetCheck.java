package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.common.source.policy.TargetNotAllowedException;
import io.gazetteer.common.source.policy.Targets;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Tells at once what a crawl would only find out later. A name that cannot be looked up now is let
 * through: whoever connects asks the network policy again.
 */
@Component
public final class TargetCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Targets targets;

  public TargetCheck(Targets targets) {
    this.targets = targets;
  }

  /**
   * Looks the host up.
   *
   * @throws TargetForbiddenException when it is, or leads to, an address that is refused
   */
  public void check(String hostname, int port) {
    var allowed = new CompletableFuture<Boolean>();
    Thread.ofPlatform()
        .daemon()
        .name("target-check")
        .start(() -> allowed.complete(allows(hostname, port)));
    if (!await(allowed)) {
      throw new TargetForbiddenException();
    }
  }

  private boolean allows(String hostname, int port) {
    try {
      return !targets.resolve(hostname, port).isEmpty();
    } catch (TargetNotAllowedException e) {
      return false;
    } catch (UnknownHostException | RuntimeException e) {
      return true;
    }
  }

  private static boolean await(CompletableFuture<Boolean> allowed) {
    try {
      return allowed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
