package io.gazetteer.worker.testing.relay;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands between clients and a server of the loopback address, and lets through what it is told.
 */
public final class Relay implements AutoCloseable {
  private final ServerSocket listener;
  private final int target;
  private final Supplier<Framing> framing;
  private final Gate gate;
  private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();
  private volatile boolean refusing;

  public Relay(int target, Supplier<Framing> framing, Gate gate) {
    try {
      this.listener = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.target = target;
    this.framing = framing;
    this.gate = gate;
    Thread.ofPlatform().daemon().name("relay").start(this::accept);
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Ends all connections, and each new one at once. */
  public void refuse() {
    refusing = true;
    pairs.forEach(Pair::close);
  }

  /** Ends all connections; new ones are welcome. */
  public void endConnections() {
    pairs.forEach(Pair::close);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        var client = listener.accept();
        if (refusing) {
          client.close();
        } else {
          new Pair(client, new Socket(InetAddress.getLoopbackAddress(), target)).start();
        }
      } catch (IOException e) {
        // The listener was closed, or the server refused; the client finds out.
      }
    }
  }

  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    refuse();
  }

  private final class Pair {
    private final Socket client;
    private final Socket server;
    private final Framing requests = framing.get();
    private volatile Gate.Verdict verdict = Gate.Verdict.PASS;

    Pair(Socket client, Socket server) {
      this.client = client;
      this.server = server;
    }

    void start() throws IOException {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      pairs.add(this);
      Thread.ofPlatform().daemon().name("relay-up").start(this::up);
      Thread.ofPlatform().daemon().name("relay-down").start(this::down);
    }

    private void up() {
      try {
        var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        var out = server.getOutputStream();
        while (verdict == Gate.Verdict.PASS) {
          var request = requests.next(in);
          verdict = gate.judge(this, request);
          if (verdict != Gate.Verdict.HOLD) {
            out.write(request.bytes());
            out.flush();
          }
        }
      } catch (IOException e) {
        close();
      }
    }

    private void down() {
      try {
        var in = server.getInputStream();
        var out = client.getOutputStream();
        var buffer = new byte[1 << 16];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (verdict == Gate.Verdict.CUT) {
            break;
          }
          if (verdict != Gate.Verdict.HOLD_ANSWER) {
            out.write(buffer, 0, read);
            out.flush();
          }
        }
        close();
      } catch (IOException e) {
        close();
      }
    }

    void close() {
      pairs.remove(this);
      try (client;
          server) {
        verdict = Gate.Verdict.CUT;
      } catch (IOException e) {
        // It is closed enough.
      }
    }
  }
}
