package io.gazetteer.api.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no controller answered; the servlet container sends it here. */
@Controller
final class ContainerErrors {
  static final String PATH = "/error";
  private static final int SERVER_ERROR = 500;

  private final ProblemWriter writer;

  ContainerErrors(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping(PATH)
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var code =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof InvalidParameterException
            ? ProblemCode.MALFORMED_REQUEST
            : status instanceof Integer number ? codeOf(number) : ProblemCode.NOT_FOUND;
    writer.write(new Problem(code, code.title()), request, response);
  }

  /** Finds the code for a status of Tomcat's; what no request of ours has is the caller's fault. */
  static ProblemCode codeOf(int status) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.status() == status)
        .reduce((first, second) -> second == ProblemCode.MALFORMED_REQUEST ? second : first)
        .orElseGet(() -> codeOfOther(status));
  }

  private static ProblemCode codeOfOther(int status) {
    return switch (status) {
      case HttpServletResponse.SC_NOT_IMPLEMENTED -> ProblemCode.METHOD_NOT_ALLOWED;
      case HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED -> ProblemCode.MALFORMED_REQUEST;
      default -> status < SERVER_ERROR ? ProblemCode.MALFORMED_REQUEST : ProblemCode.INTERNAL_ERROR;
    };
  }
}
