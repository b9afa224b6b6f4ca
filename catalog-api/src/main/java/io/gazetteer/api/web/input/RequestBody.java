package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Gives the bytes of a request's body to all that look at them. */
public final class RequestBody {
  public static final int MAX_BYTES = 64 * 1024;

  /** A registration may hold the certificates of a cloud. */
  private static final int MAX_BYTES_OF_CREDENTIALS = 1280 * 1024;

  private static final List<String> CREDENTIALS = List.of("/api/db-credentials", "/databases/");
  private static final String READ = RequestBody.class.getName();
  private static final byte[] NONE = {};

  private RequestBody() {}

  /** Returns how many bytes the body of this request may have. */
  public static int most(HttpServletRequest request) {
    var path = request.getRequestURI();
    return CREDENTIALS.stream().anyMatch(path::startsWith) ? MAX_BYTES_OF_CREDENTIALS : MAX_BYTES;
  }

  /**
   * Sets what has arrived, as a whole; of one that is too large, one byte more than it may have.
   */
  public static void set(HttpServletRequest request, byte[] body) {
    request.setAttribute(READ, body);
  }

  /**
   * Returns the body; empty when there is none. It was read before anything else saw the request.
   *
   * @throws Problem {@code too_large}
   */
  public static byte[] of(HttpServletRequest request) {
    byte[] body = request.getAttribute(READ) instanceof byte[] read ? read : NONE;
    if (body.length > most(request)) {
      throw tooLarge(request);
    }
    return body;
  }

  /** Says that a body is too large. */
  public static Problem tooLarge(HttpServletRequest request) {
    return new Problem(
        ProblemCode.TOO_LARGE, "This request body has at most " + most(request) + " bytes");
  }
}
