package io.gazetteer.api.sources.registration.forms;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes what people paste in place of a host: a URL, a JDBC URL, a connection string, a
 * command line. It says which fields to send, and repeats only what is a plain host, port or name:
 * a password that stands in the text is none of these fields.
 */
final class ConnectionText {
  private static final String URL_NEEDED = "is a URL; send the host name alone";
  private static final int MOST_CHARACTERS = 2_000;

  private static final Pattern URL =
      Pattern.compile(
          "(?<jdbc>jdbc:)?(?<scheme>[a-z][a-z0-9+.-]{1,30}):(?://(?<authority>[^/?#]*)(?:/(?<db>[^?#;]*))?)?.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:/\\s=,]+):(?<port>\\d{1,5})");

  private static final Pattern KEY_AND_VALUE =
      Pattern.compile("(?<key>[A-Za-z][A-Za-z _]{1,20}?)\\s*=\\s*(?<value>'[^']*'|[^\\s;']*)");

  private static final Pattern COMMAND =
      Pattern.compile("\\s*(mysql|mariadb|psql)\\s+-?\\S.*", Pattern.DOTALL);

  private static final Pattern OPTION =
      Pattern.compile(
          "(?:^|\\s)(?<key>-h|-P|-p|-d|-D|--host|--port|--dbname|--database)(?:\\s+|=|)(?<value>\\S+)");

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_$.-]{1,63}");

  private static final Map<String, String> KINDS =
      Map.of(
          "postgresql", "PostgreSQL",
          "postgres", "PostgreSQL",
          "mysql", "MySQL",
          "mariadb", "MariaDB");

  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("host", "hostname"),
          Map.entry("hostaddr", "hostname"),
          Map.entry("server", "hostname"),
          Map.entry("data source", "hostname"),
          Map.entry("port", "port"),
          Map.entry("dbname", "db_name"),
          Map.entry("database", "db_name"),
          Map.entry("initial catalog", "db_name"));

  private final Map<String, String> fields = new LinkedHashMap<>();
  private boolean hasSeveralHosts;

  private ConnectionText() {}

  /** Says what to send in place of this text; empty when it is none of these. */
  static Optional<String> advice(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    return new ConnectionText().read(text.strip());
  }

  private Optional<String> read(String text) {
    var url = URL.matcher(text);
    var hostAndPort = HOST_AND_PORT.matcher(text);
    if (hostAndPort.matches()) {
      place(hostAndPort.group("host"), hostAndPort.group("port"));
      return Optional.of(told("has the port in it"));
    }
    if (url.matches() && (url.group("jdbc") != null || url.group("authority") != null)) {
      return Optional.of(ofUrl(url));
    }
    if (COMMAND.matcher(text).matches()) {
      boolean isMySql = !text.startsWith("psql");
      OPTION
          .matcher(text)
          .results()
          .forEach(option -> option(option.group(1), option.group(2), isMySql));
      return Optional.of(told("is a command line"));
    }
    return ofPairs(text);
  }

  private String ofUrl(Matcher url) {
    var scheme = url.group("scheme").toLowerCase(Locale.ROOT);
    var kind = KINDS.get(scheme.replaceFirst("\\+.*", ""));
    if (kind == null && url.group("jdbc") != null) {
      return "is a JDBC URL of a kind of database that cannot be registered";
    }
    put("db_type", kind);
    if (url.group("authority") != null) {
      authority(url.group("authority"));
    }
    put("db_name", url.group("db"));
    return fields.isEmpty() ? URL_NEEDED : told("is a URL");
  }

  private void authority(String authority) {
    var hosts = authority.substring(authority.lastIndexOf('@') + 1);
    if (hosts.contains(",")) {
      hasSeveralHosts = true;
      return;
    }
    var parts = HOST_AND_PORT.matcher(hosts);
    if (parts.matches()) {
      place(parts.group("host"), parts.group("port"));
    } else {
      place(hosts, null);
    }
  }

  private void option(String key, String value, boolean isMySql) {
    switch (key) {
      case "-h", "--host" -> place(value, null);
      case "-P", "--port" -> place(null, isMySql || key.equals("--port") ? value : null);
      // With mysql it is the password.
      case "-p" -> place(null, isMySql ? null : value);
      default -> put("db_name", value);
    }
  }

  private Optional<String> ofPairs(String text) {
    var pairs = KEY_AND_VALUE.matcher(text);
    while (pairs.find()) {
      var field = KEYS.get(pairs.group("key").strip().toLowerCase(Locale.ROOT));
      var value = pairs.group("value").replace("'", "");
      if ("hostname".equals(field)) {
        authority(value);
      } else if ("port".equals(field)) {
        place(null, value);
      } else if (field != null) {
        put(field, value);
      }
    }
    return fields.isEmpty() && !hasSeveralHosts
        ? Optional.empty()
        : Optional.of(told("is a connection string"));
  }

  private void place(@Nullable String host, @Nullable String port) {
    if (host != null) {
      Hostname.normalize(host).ifPresent(name -> put("hostname", name));
    }
    if (port != null && port.matches("\\d{1,5}")) {
      fields.put("port", port);
    }
  }

  private void put(String field, @Nullable String value) {
    if (value != null && (field.equals("hostname") || PLAIN_NAME.matcher(value).matches())) {
      fields.put(field, value);
    }
  }

  private String told(String what) {
    if (hasSeveralHosts) {
      return what + " with several hosts; send one of them, alone";
    }
    var parts =
        fields.entrySet().stream()
            .map(field -> field.getKey() + " " + value(field))
            .collect(Collectors.joining(", "));
    return parts.isEmpty() ? what + "; send the host name alone" : what + "; send " + parts;
  }

  private static String value(Map.Entry<String, String> field) {
    return field.getKey().equals("port") ? field.getValue() : '"' + field.getValue() + '"';
  }
}
