package io.gazetteer.api.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Gives the bytes of a request's body to all that look at them. */
public final class RequestBody {
  static final int MAX_BYTES = 64 * 1024;
  private static final String READ = RequestBody.class.getName();

  private RequestBody() {}

  /**
   * Reads the body, once.
   *
   * @throws Problem {@code too_large}
   */
  public static byte[] of(HttpServletRequest request) throws IOException {
    if (request.getAttribute(READ) instanceof byte[] read) {
      return read;
    }
    byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
    if (body.length > MAX_BYTES) {
      throw new Problem(
          ProblemCode.TOO_LARGE, "A request body has at most " + MAX_BYTES + " bytes");
    }
    request.setAttribute(READ, body);
    return body;
  }
}
