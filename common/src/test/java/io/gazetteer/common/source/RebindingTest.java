package io.gazetteer.common.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gazetteer.common.source.policy.HostLookup;
import io.gazetteer.common.source.policy.Network;
import io.gazetteer.common.source.policy.NetworkSettings;
import io.gazetteer.common.source.policy.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name that leads to an allowed address when it is checked, and to another a moment later. */
class RebindingTest {
  private static final int FLIPS = 1000;

  /** Allowed; nothing listens there. */
  private static final InetAddress HARMLESS = InetAddress.ofLiteral("127.0.0.2");

  private static final InetAddress FORBIDDEN = InetAddress.ofLiteral("127.0.0.1");

  private final AtomicInteger connections = new AtomicInteger();
  private final ServerSocket victim = listen();
  private final SourceConnections sources =
      new SourceConnections(
          Targets.of(
              new NetworkSettings(
                  true, true, List.of(), List.of(Network.of("127.0.0.1")), List.of(), List.of()),
              HostLookup.SYSTEM));

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 50, FORBIDDEN);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void countConnections() {
    Thread.ofPlatform().daemon().start(this::accept);
  }

  @AfterEach
  void close() throws IOException {
    victim.close();
  }

  private void accept() {
    while (true) {
      try {
        victim.accept().close();
        connections.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"POSTGRESQL", "MYSQL"})
  void dialsTheAddressThatWasChecked(DatabaseKind kind) {
    SteppingResolver.lead(HARMLESS, FORBIDDEN, FORBIDDEN);
    var refused = 0;
    for (int flip = 0; flip < FLIPS; flip++) {
      if (open(kind).reason().equals("target_not_allowed")) {
        refused++;
      }
    }

    assertThat(connections).hasValue(0);
    assertThat(SteppingResolver.lookups()).isEqualTo(FLIPS);
    assertThat(refused).isEqualTo(FLIPS - (FLIPS + 2) / 3);
  }

  private SourceException open(DatabaseKind kind) {
    var source =
        new SourceAddress(
            kind, SteppingResolver.NAME, victim.getLocalPort(), "db", "user", TlsSettings.DEFAULTS);
    return catchThrowableOfType(
        SourceException.class,
        () -> sources.open(source, "secret", SourceTimeouts.defaults()).close());
  }
}
