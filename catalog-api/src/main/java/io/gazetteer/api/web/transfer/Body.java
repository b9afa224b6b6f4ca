package io.gazetteer.api.web.transfer;

import io.gazetteer.api.web.SafeHeaders;
import io.gazetteer.api.web.input.RequestBody;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import io.gazetteer.api.web.problems.ProblemWriter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.coyote.BadRequestException;
import org.springframework.http.HttpHeaders;

/**
 * Reads one body, whenever some of it has come. It ends once: whole, refused or broken. Thread
 * safe, since another request may send it away.
 */
final class Body implements ReadListener, AsyncListener {
  /** Reads so much more of a body that is too large, so that its sender can read the answer. */
  private static final int MOST_READ = 192 * 1024;

  private static final String BROKEN = Body.class.getName();
  private static final int BUFFER_BYTES = 8192;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final Runnable goOn;
  private final Bodies bodies;
  private final ProblemWriter problems;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int read;
  private boolean ended;

  /**
   * @param goOn lets the request go on
   */
  Body(
      HttpServletRequest request,
      HttpServletResponse response,
      Runnable goOn,
      Bodies bodies,
      ProblemWriter problems) {
    this.request = request;
    this.response = response;
    this.goOn = goOn;
    this.bodies = bodies;
    this.problems = problems;
  }

  /** Begins to read. */
  synchronized void read() throws IOException {
    if (!ended) {
      request.getInputStream().setReadListener(this);
    }
  }

  @Override
  public void onDataAvailable() throws IOException {
    var crowded = readSome();
    while (crowded.isPresent()) {
      // Not while this one is locked: two could wait for each other.
      crowded.get().sendAway();
      crowded = readSome();
    }
  }

  /** Reads what has come; returns early when another body has to make room. */
  private synchronized Optional<Body> readSome() throws IOException {
    var crowded = Optional.<Body>empty();
    try {
      var in = request.getInputStream();
      byte[] buffer = new byte[BUFFER_BYTES];
      while (!ended && crowded.isEmpty() && in.isReady()) {
        int bytes = in.read(buffer);
        if (bytes < 0) {
          break;
        }
        crowded = take(buffer, bytes);
      }
    } catch (BadRequestException e) {
      breakOff();
    } catch (IllegalStateException e) {
      // Tomcat's way to say that a chunked body has more trailers than it takes.
      refuse(new Problem(ProblemCode.TOO_LARGE, "A request body has no more than a few trailers"));
    }
    return crowded;
  }

  /** Lets Tomcat answer, which has decided on that already. */
  private void breakOff() {
    if (end()) {
      UnreadInput.forget(request);
      request.setAttribute(BROKEN, true);
      goOn.run();
    }
  }

  /** Says whether the body of this request was none that can be read. */
  static boolean isBroken(HttpServletRequest request) {
    return request.getAttribute(BROKEN) != null;
  }

  private Optional<Body> take(byte[] buffer, int bytes) throws IOException {
    read += bytes;
    int most = RequestBody.most(request);
    if (read > most + MOST_READ) {
      refuse(RequestBody.tooLarge(request));
      return Optional.empty();
    }
    // One byte more than a body may have shows that it is too large.
    int more = Math.min(bytes, most + 1 - kept.size());
    kept.write(buffer, 0, more);
    return kept.size() > RequestBody.MAX_BYTES + 1 ? bodies.takeRoom(this, more) : Optional.empty();
  }

  @Override
  public synchronized void onAllDataRead() {
    if (end()) {
      RequestBody.set(request, kept.toByteArray());
      goOn.run();
    }
  }

  @Override
  public synchronized void onError(Throwable failure) {
    if (end()) {
      request.getAsyncContext().complete();
    }
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    refuse(
        new Problem(ProblemCode.REQUEST_TIMEOUT, "The request body did not arrive in time")
            .retryAfter(PAUSE));
  }

  /** Refuses the request to make room for others. */
  void sendAway() throws IOException {
    refuse(
        new Problem(ProblemCode.UNAVAILABLE, "Too many request bodies are on their way; try again")
            .retryAfter(PAUSE));
  }

  private synchronized void refuse(Problem problem) throws IOException {
    if (!end()) {
      return;
    }
    UnreadInput.forget(request);
    SafeHeaders.addTo(response);
    response.setHeader(HttpHeaders.CONNECTION, "close");
    problems.write(problem, request, response);
    request.getAsyncContext().complete();
  }

  /** Returns whether this is the first end. */
  private boolean end() {
    boolean isFirst = !ended;
    ended = true;
    if (isFirst) {
      bodies.remove(this);
    }
    return isFirst;
  }

  @Override
  public synchronized void onComplete(AsyncEvent event) {
    end();
  }

  @Override
  public synchronized void onError(AsyncEvent event) {
    end();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // Nothing begins anew: the request goes on in a thread of its own.
  }
}
