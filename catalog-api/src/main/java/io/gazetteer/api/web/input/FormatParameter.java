package io.gazetteer.api.web.input;

import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.accept.ContentNegotiationStrategy;
import org.springframework.web.accept.HeaderContentNegotiationStrategy;
import org.springframework.web.context.request.NativeWebRequest;

/**
 * Lets the parameter {@code format} say which form of an answer is wanted, in place of the header
 * {@code Accept}, which is hard to set in a browser.
 */
public final class FormatParameter implements ContentNegotiationStrategy {
  public static final String NAME = "format";

  private static final Map<String, MediaType> TYPES =
      Map.of(
          "json", MediaType.APPLICATION_JSON,
          "ndjson", MediaType.APPLICATION_NDJSON,
          "csv", MediaType.valueOf("text/csv"),
          "text", MediaType.TEXT_PLAIN,
          "ddl", MediaType.valueOf("application/sql"),
          "dbml", MediaType.valueOf("text/x-dbml"),
          "mermaid", MediaType.valueOf("text/vnd.mermaid"));

  private final ContentNegotiationStrategy header = new HeaderContentNegotiationStrategy();

  FormatParameter() {}

  @Override
  public List<MediaType> resolveMediaTypes(NativeWebRequest request)
      throws HttpMediaTypeNotAcceptableException {
    var format = request.getParameter(NAME);
    var type = format == null ? null : TYPES.get(format);
    return type == null ? header.resolveMediaTypes(request) : List.of(type);
  }

  /** Reads the parameter, which must be one of these; what it asks for has been done then. */
  public static void read(Parameters parameters, String... formats) {
    parameters
        .find(NAME)
        .filter(format -> !List.of(formats).contains(format))
        .ifPresent(
            format -> parameters.refuse(NAME, "must be one of " + String.join(", ", formats)));
  }
}
