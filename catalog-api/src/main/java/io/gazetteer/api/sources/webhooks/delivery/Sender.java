package io.gazetteer.api.sources.webhooks.delivery;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.springframework.beans.factory.DisposableBean;

/**
 * Sends one message once. It reads nothing of an answer but its status, and when to come again, so
 * that nobody learns by it what is in the network. Thread safe.
 */
public final class Sender implements DisposableBean {
  private static final long SMALL_ANSWER = 8_192;

  private final CloseableHttpClient http;
  private final Duration timeout;
  private final Clock clock;
  private final ScheduledExecutorService deadlines = deadlines();

  Sender(CloseableHttpClient http, Duration timeout, Clock clock) {
    this.http = http;
    this.timeout = timeout;
    this.clock = clock;
  }

  private static ScheduledExecutorService deadlines() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1, task -> Thread.ofPlatform().daemon().name("webhook-deadlines").unstarted(task));
    executor.setRemoveOnCancelPolicy(true);
    return executor;
  }

  /** Sends a message; returns within the time limit, but for what the resolver takes. */
  public Outcome send(Target target, UUID id, String body) {
    var request = request(target, id, body);
    var end = deadlines.schedule(request::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = http.executeOpen(HttpHost.create(target.uri()), request, null)) {
      var outcome = Outcome.answered(response.getCode(), wishedPause(response));
      finish(response);
      return outcome;
    } catch (IOException e) {
      return Outcome.failed(request.isCancelled() ? "timeout" : reason(e));
    } finally {
      end.cancel(false);
    }
  }

  private HttpPost request(Target target, UUID id, String body) {
    var now = clock.instant();
    var request = new HttpPost(target.uri());
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    request.setHeader("webhook-id", id.toString());
    request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
    request.setHeader("webhook-signature", Signature.of(target.secret(), id.toString(), now, body));
    return request;
  }

  private static Duration wishedPause(ClassicHttpResponse response) {
    var header = response.getFirstHeader("Retry-After");
    return header != null && header.getValue().matches("\\d{1,6}")
        ? Duration.ofSeconds(Long.parseLong(header.getValue()))
        : Duration.ZERO;
  }

  /** Keeps the connection when that costs next to nothing; closing the answer ends it otherwise. */
  private static void finish(ClassicHttpResponse response) {
    var entity = response.getEntity();
    if (entity == null
        || entity.getContentLength() < 0
        || entity.getContentLength() > SMALL_ANSWER) {
      return;
    }
    try {
      drain(entity);
    } catch (IOException e) {
      // The message has been answered; how the rest ends does not matter.
    }
  }

  private static void drain(HttpEntity entity) throws IOException {
    try (var content = entity.getContent()) {
      content.readNBytes((int) SMALL_ANSWER);
    }
  }

  private static String reason(IOException failure) {
    return switch (failure) {
      case CheckedAddresses.ForbiddenException forbidden -> "target_not_allowed";
      case UnknownHostException unknown -> "host_not_found";
      case SocketTimeoutException late -> "timeout";
      case SSLException untrusted -> "tls_failed";
      default -> "unreachable";
    };
  }

  @Override
  public void destroy() throws IOException {
    deadlines.shutdownNow();
    http.close();
  }
}
