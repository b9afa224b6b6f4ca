package io.gazetteer.api.identity.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gazetteer.api.identity.auth.issuer.ExternalIssuer;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells agents where tokens for their path come from (RFC 9728). */
@RestController
final class ProtectedResourceController {
  private static final String RESOURCE = "/mcp";
  private static final String PATH = "/.well-known/oauth-protected-resource" + RESOURCE;

  private final ExternalIssuer issuer;

  ProtectedResourceController(ExternalIssuer issuer) {
    this.issuer = issuer;
  }

  /**
   * What is told.
   *
   * @param authorizationServers the issuer that is trusted; null when API tokens are made here
   */
  record Metadata(
      String resource,
      String resourceName,
      List<String> bearerMethodsSupported,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> authorizationServers) {}

  @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
  Metadata metadata(HttpServletRequest request) {
    return new Metadata(
        url(request, RESOURCE),
        "Gazetteer",
        List.of("header"),
        issuer.isTrusted() ? List.of(issuer.issuer()) : null);
  }

  /** Returns the challenge for a request without a good token. */
  static String challenge(HttpServletRequest request) {
    var challenge = "Bearer realm=\"gazetteer\"";
    return request.getServletPath().equals(RESOURCE)
        ? challenge + ", resource_metadata=\"" + url(request, PATH) + "\""
        : challenge;
  }

  private static String url(HttpServletRequest request, String path) {
    return ServletUriComponentsBuilder.fromContextPath(request).path(path).build().toUriString();
  }
}
