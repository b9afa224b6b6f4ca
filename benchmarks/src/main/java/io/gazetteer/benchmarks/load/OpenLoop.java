package io.gazetteer.benchmarks.load;

import io.gazetteer.benchmarks.frame.Work;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls at a constant rate, however long they take to answer. A latency counts from the moment at
 * which the call should have been made: what waits behind a slow one is slow, too.
 */
public final class OpenLoop {
  private static final int CONNECTIONS = 64;

  private final Calls calls;
  private final double perSecond;
  private final AtomicLong next = new AtomicLong();
  private final Latencies latencies = new Latencies();
  private volatile long end = Long.MAX_VALUE;

  private OpenLoop(Calls calls, double perSecond) {
    this.calls = calls;
    this.perSecond = perSecond;
  }

  /** Calls for as long as the step takes; any error of a call is thrown in the end. */
  public static Latencies during(Calls calls, double perSecond, Work.Step step) throws Exception {
    return new OpenLoop(calls, perSecond).run(step);
  }

  private Latencies run(Work.Step step) throws Exception {
    var connections = new ArrayList<HttpConnection>();
    for (int i = 0; i < CONNECTIONS; i++) {
      var connection = new HttpConnection(calls.port());
      connection.open();
      connections.add(connection);
    }
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new ArrayList<Future<Integer>>();
      for (var connection : connections) {
        workers.add(threads.submit(worker(connection, begin)));
      }
      try {
        step.run();
      } finally {
        end = System.nanoTime() - begin;
      }
      for (var worker : workers) {
        worker.get();
      }
    }
    return latencies;
  }

  private Callable<Integer> worker(HttpConnection connection, long begin) {
    return () -> {
      int made = 0;
      try (connection) {
        long number = next.getAndIncrement();
        waitUntil(begin + due(number));
        while (due(number) < end) {
          calls.make(number, connection);
          latencies.add(System.nanoTime() - begin - due(number));
          made++;
          number = next.getAndIncrement();
          waitUntil(begin + due(number));
        }
      }
      return made;
    };
  }

  private long due(long number) {
    return (long) (number * 1e9 / perSecond);
  }

  private static void waitUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }
}
