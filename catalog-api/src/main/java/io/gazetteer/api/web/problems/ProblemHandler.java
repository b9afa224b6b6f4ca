package io.gazetteer.api.web.problems;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.common.index.IndexUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.apache.coyote.BadRequestException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Turns whatever a request ended with into a problem; the unexpected is logged, once, here. */
@RestControllerAdvice
final class ProblemHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);
  private static final int SERVER_ERROR = 500;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final ProblemWriter writer;
  private final FailureCodes codes;

  ProblemHandler(ProblemWriter writer, FailureCodes codes) {
    this.writer = writer;
    this.codes = codes;
  }

  @ExceptionHandler
  void handle(Exception exception, HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    if (exception instanceof BadRequestException && response.isCommitted()) {
      // The container has answered already: 400, since a chunk of the body was no chunk.
      return;
    }
    if (response.isCommitted()) {
      // Half an answer is out: cutting the connection is the only way to say that it is no whole.
      log.warn(
          "{} {} ended early: {}",
          request.getMethod(),
          request.getRequestURI(),
          exception.toString());
      throw exception;
    }
    if (exception instanceof HttpRequestMethodNotSupportedException refused) {
      allow(refused, response);
    }
    writer.write(problem(exception, request), request, response);
  }

  private static void allow(
      HttpRequestMethodNotSupportedException refused, HttpServletResponse response) {
    var methods = refused.getSupportedMethods();
    if (methods != null) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", List.of(methods)));
    }
  }

  private Problem problem(Exception exception, HttpServletRequest request) {
    return switch (exception) {
      case Problem problem -> problem;
      case DomainException failure -> Problem.of(failure, codes.of(failure));
      case BadRequestException unreadable ->
          new Problem(ProblemCode.MALFORMED_REQUEST, "The body cannot be read");
      case InvalidParameterException undecodable ->
          new Problem(ProblemCode.MALFORMED_REQUEST, "The parameters cannot be decoded");
      case RequestRejectedException odd ->
          new Problem(
              ProblemCode.MALFORMED_REQUEST, "A header or the name of a parameter cannot be read");
      case NoHandlerFoundException missing ->
          new Problem(ProblemCode.NOT_FOUND, "There is nothing at this path");
      case MethodArgumentTypeMismatchException mismatch ->
          new Problem(ProblemCode.NOT_FOUND, "There is nothing with this id");
      case HttpRequestMethodNotSupportedException refused ->
          new Problem(ProblemCode.METHOD_NOT_ALLOWED, refused.getMethod() + " is not allowed here");
      case HttpMediaTypeNotSupportedException refused ->
          new Problem(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send Content-Type: application/json");
      case HttpMediaTypeNotAcceptableException refused ->
          new Problem(ProblemCode.NOT_ACCEPTABLE, "Accept " + offered(refused));
      case IndexUnavailableException away -> unavailable(away);
      case DataAccessResourceFailureException away -> unavailable(away);
      case CannotCreateTransactionException away -> unavailable(away);
      case QueryTimeoutException slow -> unavailable(slow);
      default ->
          isRefused(exception)
              ? new Problem(ProblemCode.MALFORMED_REQUEST, "The request cannot be read")
              : unexpected(exception, request);
    };
  }

  private static String offered(HttpMediaTypeNotAcceptableException refused) {
    var offered = refused.getSupportedMediaTypes();
    return offered.isEmpty() ? "application/json" : MediaType.toString(offered);
  }

  private static boolean isRefused(Exception exception) {
    return exception instanceof ErrorResponse response
        && response.getStatusCode().value() < SERVER_ERROR;
  }

  private static Problem unavailable(IndexUnavailableException exception) {
    var cause = exception.getCause();
    log.warn("{}{}", exception.getMessage(), cause == null ? "" : ": " + cause);
    return new Problem(ProblemCode.UNAVAILABLE, sentence(exception.reason())).retryAfter(PAUSE);
  }

  private static String sentence(IndexUnavailableException.Reason reason) {
    return switch (reason) {
      case AWAY, BUSY -> "The search index is not available; try again";
      case MISSING -> "The search index is missing; it is made anew";
      case CLOSED -> "The search index is closed";
      case BLOCKED -> "The search index is blocked";
    };
  }

  private static Problem unavailable(Exception exception) {
    log.warn("PostgreSQL is not available: {}", exception.getMessage());
    return new Problem(ProblemCode.UNAVAILABLE, "The catalog store is not available; try again");
  }

  private static Problem unexpected(Exception exception, HttpServletRequest request) {
    log.error("{} {} failed", request.getMethod(), request.getRequestURI(), exception);
    return new Problem(
        ProblemCode.INTERNAL_ERROR, "The log says more about it, under this request id");
  }
}
