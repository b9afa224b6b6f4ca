package io.gazetteer.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Gives the bytes of a request's body to all that look at them. */
public final class RequestBody {
  static final int MAX_BYTES = 64 * 1024;

  /** A registration may hold the certificates of a cloud. */
  private static final int MAX_BYTES_OF_CREDENTIALS = 1280 * 1024;

  private static final String CREDENTIALS = "/api/db-credentials";
  private static final String READ = RequestBody.class.getName();
  private static final String ARRIVED = READ + ".arrived";

  private RequestBody() {}

  /**
   * Has something done when the body of this request is there, before anyone goes by it: a body may
   * take its time.
   */
  public static void onArrival(HttpServletRequest request, Runnable task) {
    request.setAttribute(ARRIVED, task);
  }

  /**
   * Reads the body, once.
   *
   * @throws Problem {@code too_large}, also for too many trailers
   */
  public static byte[] of(HttpServletRequest request) throws IOException {
    if (request.getAttribute(READ) instanceof byte[] read) {
      return read;
    }
    int most =
        request.getRequestURI().startsWith(CREDENTIALS) ? MAX_BYTES_OF_CREDENTIALS : MAX_BYTES;
    byte[] body = read(request, most);
    if (body.length > most) {
      throw new Problem(ProblemCode.TOO_LARGE, "This request body has at most " + most + " bytes");
    }
    request.setAttribute(READ, body);
    if (request.getAttribute(ARRIVED) instanceof Runnable task) {
      task.run();
    }
    return body;
  }

  private static byte[] read(HttpServletRequest request, int most) throws IOException {
    try {
      return request.getInputStream().readNBytes(most + 1);
    } catch (IllegalStateException e) {
      // Tomcat's way to say that a chunked body has more trailers than it takes.
      throw new Problem(ProblemCode.TOO_LARGE, "A request body has no more than a few trailers");
    }
  }
}
