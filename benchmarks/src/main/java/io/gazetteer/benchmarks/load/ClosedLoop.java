package io.gazetteer.benchmarks.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the next call on a connection as soon as the last one is answered. */
public final class ClosedLoop {
  private ClosedLoop() {}

  /** Returns the seconds that so many calls take on so many connections; any error ends it. */
  public static double seconds(Calls calls, int connections, int count) throws Exception {
    var next = new AtomicInteger();
    Callable<Integer> worker =
        () -> {
          int made = 0;
          try (var connection = new HttpConnection(calls.port())) {
            for (int call = next.getAndIncrement(); call < count; call = next.getAndIncrement()) {
              calls.make(call, connection);
              made++;
            }
          }
          return made;
        };
    long begin = System.nanoTime();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var workers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < connections; i++) {
        workers.add(threads.submit(worker));
      }
      int made = 0;
      for (var result : workers) {
        made += result.get();
      }
      if (made != count) {
        throw new IOException("Only " + made + " of " + count + " calls were made");
      }
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Makes each call a number of times, one after the other on one connection. */
  public static Latencies oneByOne(Calls calls, int times) throws IOException {
    var latencies = new Latencies();
    try (var connection = new HttpConnection(calls.port())) {
      for (int call = 0; call < calls.size() * times; call++) {
        long begin = System.nanoTime();
        calls.make(call, connection);
        latencies.add(System.nanoTime() - begin);
      }
    }
    return latencies;
  }
}
