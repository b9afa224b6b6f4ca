package io.gazetteer.api.web.transfer;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Has every answer written at a pace: whoever reads slower than that loses the rest. */
final class PaceFilter extends HttpFilter {
  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, new PacedResponse(response));
  }

  private static final class PacedResponse extends HttpServletResponseWrapper {
    private final Pace pace = new Pace(System::nanoTime);

    private PacedResponse(HttpServletResponse response) {
      super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
      return new PacedStream(super.getOutputStream(), pace);
    }
  }
}
