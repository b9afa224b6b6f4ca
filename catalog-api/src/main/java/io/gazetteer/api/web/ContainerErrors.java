package io.gazetteer.api.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what no controller answered; the servlet container sends it here. */
@Controller
final class ContainerErrors {
  static final String PATH = "/error";

  private final ProblemWriter writer;

  ContainerErrors(ProblemWriter writer) {
    this.writer = writer;
  }

  @RequestMapping(PATH)
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    var code = status instanceof Integer number ? codeOf(number) : ProblemCode.NOT_FOUND;
    writer.write(new Problem(code, code.title()), request, response);
  }

  static ProblemCode codeOf(int status) {
    return Arrays.stream(ProblemCode.values())
        .filter(code -> code.status() == status)
        .reduce((first, second) -> second == ProblemCode.MALFORMED_REQUEST ? second : first)
        .orElse(ProblemCode.INTERNAL_ERROR);
  }
}
