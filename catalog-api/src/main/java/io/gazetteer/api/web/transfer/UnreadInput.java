package io.gazetteer.api.web.transfer;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets a filter say that the rest of a request is not to be read. Without that Tomcat reads it
 * after the answer, in a thread that waits for whoever sends slowly.
 */
final class UnreadInput extends ValveBase {
  private static final String FORGET = UnreadInput.class.getName();

  UnreadInput() {
    super(true);
  }

  /** Has the connection closed after the answer, whatever else comes. */
  static void forget(ServletRequest request) {
    if (request.getAttribute(FORGET) instanceof Runnable forget) {
      forget.run();
    }
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    Runnable forget =
        () -> {
          request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
          // With an exception left there, Tomcat closes the connection without an answer.
          request.getCoyoteRequest().setErrorException(null);
        };
    request.setAttribute(FORGET, forget);
    getNext().invoke(request, response);
  }
}
