package io.gazetteer.api.pages.databases;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Takes a connection string apart into the fields of the form: JDBC URLs, {@code postgres://} and
 * {@code mysql://} URLs, and {@code host=... port=...} of PostgreSQL.
 */
final class ConnectionText {
  private static final Map<String, String> KINDS =
      Map.of(
          "postgres", "PostgreSQL",
          "postgresql", "PostgreSQL",
          "mysql", "MySQL",
          "mariadb", "MariaDB");
  private static final Map<String, String> WORDS =
      Map.of(
          "host", "hostname",
          "port", "port",
          "dbname", "db_name",
          "user", "username",
          "username", "username",
          "password", "password");

  private ConnectionText() {}

  /** Returns the fields that a text has; none when it is no connection string. */
  static Map<String, String> fields(String text) {
    var plain = text.strip().replaceFirst("(?i)^jdbc:", "");
    if (plain.matches("(?s)\\w+=.*")) {
      return words(plain.split("\\s+", -1), "PostgreSQL");
    }
    try {
      return ofUrl(new URI(plain));
    } catch (URISyntaxException e) {
      return Map.of();
    }
  }

  private static Map<String, String> ofUrl(URI url) {
    var kind = url.getScheme() == null ? null : KINDS.get(url.getScheme().toLowerCase(Locale.ROOT));
    if (kind == null || url.getHost() == null) {
      return Map.of();
    }
    var fields = new LinkedHashMap<String, String>();
    if (url.getRawQuery() != null) {
      fields.putAll(words(url.getRawQuery().split("&", -1), kind));
    }
    fields.put("db_type", kind);
    fields.put("hostname", url.getHost().replaceAll("[\\[\\]]", ""));
    if (url.getPort() > 0) {
      fields.put("port", Integer.toString(url.getPort()));
    }
    if (url.getRawPath() != null && url.getRawPath().length() > 1) {
      fields.put("db_name", decoded(url.getRawPath().substring(1)));
    }
    var user = url.getRawUserInfo();
    if (user != null) {
      int colon = user.indexOf(':');
      fields.put("username", decoded(colon < 0 ? user : user.substring(0, colon)));
      if (colon >= 0) {
        fields.put("password", decoded(user.substring(colon + 1)));
      }
    }
    return fields;
  }

  private static Map<String, String> words(String[] parts, String kind) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("db_type", kind);
    Arrays.stream(parts)
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2 && WORDS.containsKey(part[0].toLowerCase(Locale.ROOT)))
        .forEach(part -> fields.put(WORDS.get(part[0].toLowerCase(Locale.ROOT)), decoded(part[1])));
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
