package io.gazetteer.worker.testing.processes;

import io.gazetteer.worker.testing.fixtures.HeldCrawl;
import io.gazetteer.worker.testing.relay.Gate;
import io.gazetteer.worker.testing.relay.Request;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out which crawl a request belongs to, and asks that one. */
public final class KillGate implements Gate {
  /** Heartbeats and what recovery does are no steps of a crawl. */
  private static final List<String> NO_STEPS =
      List.of(
          "update crawl set lease_until", "update crawl_batch set lease_until", "select batch_no");

  private static final String NAMELESS = "(?i)commit|copy .*|begin.*";

  private final Map<Object, HeldCrawl> owners = new ConcurrentHashMap<>();
  private volatile List<HeldCrawl> crawls = List.of();

  public void watch(List<HeldCrawl> these) {
    crawls = List.copyOf(these);
  }

  @Override
  public Verdict judge(Object connection, Request request) {
    if (NO_STEPS.stream().anyMatch(request.label()::startsWith)) {
      return Verdict.PASS;
    }
    for (HeldCrawl crawl : crawls) {
      if (crawl.concerns(request)) {
        owners.put(connection, crawl);
        return crawl.judge(request.label());
      }
    }
    return judgeByOwner(connection, request.label());
  }

  /** What names no crawl belongs to the one the connection worked for a moment ago. */
  private Verdict judgeByOwner(Object connection, String label) {
    var owner = owners.get(connection);
    if (owner == null || !crawls.contains(owner) || !label.matches(NAMELESS)) {
      return Verdict.PASS;
    }
    return owner.judge(label);
  }
}
