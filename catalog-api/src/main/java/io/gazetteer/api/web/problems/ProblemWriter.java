package io.gazetteer.api.web.problems;

import io.gazetteer.api.web.RequestIdFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes problems, whatever media type the caller accepts. Thread safe. */
@Component
public final class ProblemWriter {
  private final JsonMapper json;
  private final ObjectProvider<ProblemPage> page;

  ProblemWriter(JsonMapper json, ObjectProvider<ProblemPage> page) {
    this.json = json;
    this.page = page;
  }

  /** Answers with the problem; does nothing when an answer is already on its way. */
  public void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(problem.code().status());
    // Null takes a header away: those of the answer this would have been.
    response.setHeader(HttpHeaders.ETAG, null);
    response.setHeader(HttpHeaders.CONTENT_ENCODING, null);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    problem
        .retryAfterSeconds()
        .ifPresent(seconds -> response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds)));
    var shown = page.getIfAvailable();
    if (shown != null && shown.show(problem, request, response)) {
      return;
    }
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response
        .getOutputStream()
        .write(json.writeValueAsBytes(problem.body(RequestIdFilter.of(request))));
  }
}
