package io.gazetteer.api.idempotency;

import io.gazetteer.api.web.Creates;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Stores the responses to requests with a key before they are sent. */
@RestControllerAdvice
final class StoredResponseAdvice implements ResponseBodyAdvice<Object> {
  private static final Logger log = LoggerFactory.getLogger(StoredResponseAdvice.class);

  private final IdempotentRequests requests;
  private final JsonMapper json;

  StoredResponseAdvice(IdempotentRequests requests, JsonMapper json) {
    this.requests = requests;
    this.json = json;
  }

  @Override
  public boolean supports(
      MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
    var creates = returned.getMethodAnnotation(Creates.class);
    return creates != null && creates.keepsAnswer();
  }

  @Override
  public @Nullable Object beforeBodyWrite(
      @Nullable Object body,
      MethodParameter returned,
      MediaType type,
      Class<? extends HttpMessageConverter<?>> converter,
      ServerHttpRequest request,
      ServerHttpResponse response) {
    IdempotencyInterceptor.attemptOf(((ServletServerHttpRequest) request).getServletRequest())
        .ifPresent(attempt -> keep(attempt, body, (ServletServerHttpResponse) response));
    return body;
  }

  private void keep(
      IdempotencyAttempt attempt, @Nullable Object body, ServletServerHttpResponse response) {
    URI location = response.getHeaders().getLocation();
    int status = response.getServletResponse().getStatus();
    try {
      requests.keep(
          attempt,
          new StoredResponse(
              status, Objects.toString(location, null), json.writeValueAsString(body)));
    } catch (DataAccessException e) {
      // It is done all the same: whoever asked is told so, and a repetition, that it is done.
      log.warn("The answer to {} is not kept: {}", attempt, e.toString());
    }
  }
}
