package io.gazetteer.worker.testing.processes;

import io.gazetteer.worker.testing.relay.Gate;
import io.gazetteer.worker.testing.relay.Request;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Counts requests, and cuts the connection before the answer to one of them and to all later. */
public final class CutAfter implements Gate {
  private final List<String> labels = new CopyOnWriteArrayList<>();
  private volatile int last = Integer.MAX_VALUE;

  /** From now on the requests are counted anew, and so many are answered. */
  public void answer(int requests) {
    labels.clear();
    last = requests;
  }

  /** What was asked for since then. */
  public List<String> labels() {
    return labels;
  }

  public boolean hasCut() {
    return labels.size() > last;
  }

  @Override
  public synchronized Verdict judge(Object connection, Request request) {
    if (request.label().equals("quit")) {
      return Verdict.PASS;
    }
    labels.add(request.label());
    return labels.size() > last ? Verdict.CUT : Verdict.PASS;
  }
}
