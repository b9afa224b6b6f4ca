package io.gazetteer.api.sources.webhooks;

import io.gazetteer.api.sources.registration.forms.Hostname;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The address of a receiver: HTTP or HTTPS, exactly one host, no login and no fragment.
 *
 * @param host without brackets
 */
public record ReceiverUrl(URI uri, String host, int port) {
  private static final int MOST_CHARACTERS = 2_000;
  private static final int MOST_PORT = 65_535;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  /** Reads an address; empty when it is none. */
  static Optional<ReceiverUrl> parse(String text) {
    try {
      return text.length() > MOST_CHARACTERS ? Optional.empty() : of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<ReceiverUrl> of(URI uri) {
    var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    // A host is null when it is none: a number in odd digits, a list, a name outside of ASCII.
    if (!(scheme.equals("http") || scheme.equals("https"))
        || uri.getHost() == null
        || !isOneSpelling(plain(uri.getHost()))
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !uri.toString().equals(uri.toASCIIString())) {
      return Optional.empty();
    }
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
    return port < 1 || port > MOST_PORT
        ? Optional.empty()
        : Optional.of(new ReceiverUrl(uri, plain(uri.getHost()), port));
  }

  /** Refuses an IPv4 address in digits that resolvers take for another one. */
  private static boolean isOneSpelling(String host) {
    return Hostname.normalize(host)
        .filter(
            normal -> host.contains(":") || normal.equalsIgnoreCase(host.replaceAll("\\.$", "")))
        .isPresent();
  }

  private static String plain(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Returns what may be said of it in logs: the rest of a chat's address is a key. */
  String origin() {
    var authority = uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + authority;
  }

  /** Returns the origin only. */
  @Override
  public String toString() {
    return origin();
  }
}
