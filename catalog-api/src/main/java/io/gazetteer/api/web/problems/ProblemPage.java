package io.gazetteer.api.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows problems to people who use a browser. */
public interface ProblemPage {
  /**
   * Answers with a page, for which status and headers are set already.
   *
   * @return false when the caller is a program: nothing was written then
   */
  boolean show(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException;
}
