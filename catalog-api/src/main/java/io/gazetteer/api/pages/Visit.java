package io.gazetteer.api.pages;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.Callers;
import io.gazetteer.api.identity.access.Role;
import io.gazetteer.api.identity.auth.browsers.FormTokens;
import io.gazetteer.api.identity.auth.browsers.PageCookies;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.pages.Frame;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.StaticFiles;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request for a page: who looks at it, and where it is. */
public final class Visit {
  private final HttpServletRequest request;
  private final Links links;

  public Visit(HttpServletRequest request, StaticFiles files) {
    this.request = request;
    var path = request.getRequestURI().substring(request.getContextPath().length());
    this.links = Links.at(path, files);
  }

  public Links links() {
    return links;
  }

  /** Returns the frame of a page. */
  public Frame frame(String title, String section) {
    return new Frame(title, section, links, visitor());
  }

  private Frame.@Nullable Visitor visitor() {
    return Callers.find().map(this::visitor).orElse(null);
  }

  private Frame.Visitor visitor(Caller caller) {
    return new Frame.Visitor(
        caller.name(),
        caller.role().jsonName(),
        caller.role().includes(Role.EDITOR),
        caller.role().includes(Role.ADMIN),
        FormTokens.make(PageCookies.session(request).orElse("")));
  }

  public HttpServletRequest request() {
    return request;
  }

  /**
   * Returns the parameters that a use case takes; others stay out, since people's links get all
   * kinds of them on their way.
   */
  public Parameters parameters(Set<String> names) {
    return new Parameters(
        request.getParameterMap().entrySet().stream()
            .filter(parameter -> names.contains(parameter.getKey()))
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    Map.Entry::getValue,
                    (one, other) -> one,
                    LinkedHashMap::new)));
  }

  /**
   * Returns a parameter; empty when it is not there.
   *
   * @throws Problem {@code malformed_request} for a text that no database can hold
   */
  public String text(String name) {
    var value = request.getParameter(name);
    return value == null ? "" : FormFields.requireNoNul(value);
  }
}
