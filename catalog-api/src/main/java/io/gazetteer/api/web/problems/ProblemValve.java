package io.gazetteer.api.web.problems;

import io.gazetteer.api.web.RequestIdFilter;
import io.gazetteer.api.web.SafeHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes problems for what Tomcat refuses before any filter sees it, for example {@code %zz} in a
 * path.
 */
final class ProblemValve extends ErrorReportValve {
  private static final int LEAST_ERROR = 400;

  private final JsonMapper json = JsonMapper.shared();

  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    if (response.getStatus() < LEAST_ERROR
        || response.getContentWritten() > 0
        || !response.setErrorReported()) {
      return;
    }
    var code = ContainerErrors.codeOf(response.getStatus());
    var id = UUID.randomUUID().toString();
    var body = json.writeValueAsString(new Problem(code, code.title()).body(id));
    response.setStatus(code.status());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(RequestIdFilter.HEADER, id);
    SafeHeaders.addTo(response);
    try {
      response.getReporter().write(body);
      response.finishResponse();
    } catch (IOException e) {
      // Whoever asked is gone.
    }
  }
}
