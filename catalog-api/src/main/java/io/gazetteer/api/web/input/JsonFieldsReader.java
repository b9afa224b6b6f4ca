package io.gazetteer.api.web.input;

import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.api.web.problems.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body for a controller's {@link JsonFields} parameter. */
final class JsonFieldsReader implements HandlerMethodArgumentResolver {
  /** Two values for one field could be read one way here and another way elsewhere. */
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == JsonFields.class;
  }

  @Override
  public JsonFields resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    var request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
    return parse(RequestBody.of(request));
  }

  static JsonFields parse(byte[] body) {
    try {
      if (STRICT.readTree(body) instanceof ObjectNode object) {
        return new JsonFields(object);
      }
      throw new Problem(ProblemCode.MALFORMED_REQUEST, "The body must be a JSON object");
    } catch (JacksonException e) {
      // The parser's own words may quote the body, and the body may hold a password.
      var place = e.getLocation();
      throw new Problem(
          ProblemCode.MALFORMED_REQUEST,
          place == null
              ? "The body is not JSON"
              : ("The body is not JSON, at line %d, column %d: names and texts need double quotes, and no"
                      + " comma follows the last of them")
                  .formatted(place.getLineNr(), place.getColumnNr()));
    }
  }
}
