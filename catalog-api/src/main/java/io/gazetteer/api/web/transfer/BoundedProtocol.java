package io.gazetteer.api.web.transfer;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP/1.1 over connections that {@link BoundedEndpoint} bounds. Tomcat makes it by name.
 */
public final class BoundedProtocol extends Http11NioProtocol {
  private final BoundedEndpoint endpoint;
  private @Nullable ScheduledFuture<?> sweeps;

  /** Makes a protocol with the time for a head that is usual. */
  public BoundedProtocol() {
    this(new BoundedEndpoint());
  }

  private BoundedProtocol(BoundedEndpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  /** Sets how long the head of a request may take to arrive. */
  void setHeadTime(Duration time) {
    endpoint.setHeadTime(time);
  }

  /** Sets which connections are closed last to make room. */
  void setKnownConnections(KnownConnections connections) {
    endpoint.setKnownConnections(connections);
  }

  @Override
  public void start() throws Exception {
    super.start();
    sweeps = getUtilityExecutor().scheduleWithFixedDelay(endpoint::sweep, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (sweeps != null) {
      sweeps.cancel(false);
    }
    super.stop();
  }
}
