package io.gazetteer.servers.node.guard;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.elasticsearch.common.util.concurrent.ThreadContext;
import org.elasticsearch.http.HttpRouteStats;
import org.elasticsearch.http.HttpServerTransport;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/**
 * Stands before all of the node's handlers and lets requests through that have the password. Pages
 * in a browser get nothing in any case: neither with an {@code Origin}, nor by a name of their own
 * that leads here. The system property {@code gazetteer.node.names=any} lets it be asked by any
 * name, for a node that others than this machine reach.
 */
final class GuardedDispatcher implements HttpServerTransport.Dispatcher {
  private static final Pattern OUR_NAMES =
      Pattern.compile("(?i)(127\\.0\\.0\\.1|localhost|\\[::1])(:\\d{1,5})?");
  private static final boolean ANY_NAME = "any".equals(System.getProperty("gazetteer.node.names"));

  private final HttpServerTransport.Dispatcher handlers;
  private final Credentials credentials;

  GuardedDispatcher(HttpServerTransport.Dispatcher handlers, Credentials credentials) {
    this.handlers = handlers;
    this.credentials = credentials;
  }

  @Override
  public void dispatchRequest(RestRequest request, RestChannel channel, ThreadContext context) {
    if (isForeign(request)) {
      channel.sendResponse(refusal(RestStatus.FORBIDDEN));
    } else if (!isLoggedIn(request)) {
      var refusal = refusal(RestStatus.UNAUTHORIZED);
      refusal.addHeader("WWW-Authenticate", "Basic realm=\"gazetteer\"");
      channel.sendResponse(refusal);
    } else {
      handlers.dispatchRequest(request, channel, context);
    }
  }

  private static boolean isForeign(RestRequest request) {
    var hosts = headers(request, "Host");
    return !headers(request, "Origin").isEmpty()
        || hosts.size() != 1
        || !(ANY_NAME || OUR_NAMES.matcher(hosts.getFirst()).matches());
  }

  private boolean isLoggedIn(RestRequest request) {
    var logins = headers(request, "Authorization");
    return logins.size() == 1 && credentials.match(logins.getFirst());
  }

  private static List<String> headers(RestRequest request, String name) {
    var values = request.getAllHeaderValues(name);
    return values == null ? List.of() : values;
  }

  private static RestResponse refusal(RestStatus status) {
    return new RestResponse(status, RestResponse.TEXT_CONTENT_TYPE, status.name());
  }

  /** A request that cannot be read gets its answer, which says nothing but that. */
  @Override
  public void dispatchBadRequest(RestChannel channel, ThreadContext context, Throwable cause) {
    handlers.dispatchBadRequest(channel, context, cause);
  }

  @Override
  public Map<String, HttpRouteStats> getStats() {
    return handlers.getStats();
  }
}
