package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.JsonFields;
import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and checks what a caller types, field by field. */
@FromRequest
public final class DataSourceForm {
  private static final Set<String> CHANGEABLE =
      and(
          and(CrawlOptionsForm.FIELDS, TlsForm.FIELDS.toArray(String[]::new)),
          "hostname",
          "port",
          "db_name",
          "username",
          "password");
  private static final Set<String> ALL = and(CHANGEABLE, "db_type");

  private static final int MOST_PORT = 65_535;
  private static final int MOST_USERNAME = 128;

  /** Tokens of clouds and vaults have some thousand characters. */
  private static final int MOST_PASSWORD = 8192;

  private static final int MOST_MYSQL_NAME = 64;
  private static final int MOST_POSTGRESQL_NAME_BYTES = 63;

  /** The fields that other programs have other names for. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("host", "hostname"),
          Map.entry("server", "hostname"),
          Map.entry("database", "db_name"),
          Map.entry("dbname", "db_name"),
          Map.entry("name", "db_name"),
          Map.entry("user", "username"),
          Map.entry("pass", "password"),
          Map.entry("type", "db_type"),
          Map.entry("kind", "db_type"),
          Map.entry("ca", "ca_certificate"),
          Map.entry("sslmode", "tls_mode"));

  /** Matches what was typed into the wrong field, or to have another driver tried. */
  private static final Pattern URL =
      Pattern.compile(
          "((jdbc|h2|r2dbc):|(postgres|postgresql|mysql|mariadb)://).*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Matches what a form shows in place of a password, which is sent back by mistake. */
  private static final Pattern MASK = Pattern.compile("[*\\u2022\\u25cf\\u00b7\\u2219\\u22c5]+");

  private static Set<String> and(Set<String> fields, String... others) {
    return Stream.concat(fields.stream(), Stream.of(others))
        .collect(Collectors.toUnmodifiableSet());
  }

  private final JsonFields fields;

  private DataSourceForm(JsonFields fields) {
    this.fields = fields;
  }

  /** Reads a whole new data source; throws a problem that names every wrong field. */
  public static NewDataSource newDataSource(JsonFields fields) {
    return read(fields, false);
  }

  /**
   * Reads a server, with a database to log in to: one that every server has, unless it is given.
   * Throws a problem that names every wrong field.
   */
  public static NewDataSource server(JsonFields fields) {
    return read(fields, true);
  }

  private static NewDataSource read(JsonFields fields, boolean anyDatabase) {
    var form = new DataSourceForm(fields);
    var kind = form.kind();
    var hostname = form.hostname();
    var port =
        kind != null && !fields.has("port") ? Integer.valueOf(kind.usualPort()) : form.port();
    var dbName = anyDatabase && !fields.has("db_name") ? anyDatabase(kind) : form.dbName(kind);
    var username = form.username();
    var password = form.newPassword();
    var tls = TlsForm.read(fields, TlsSettings.DEFAULTS);
    var options = CrawlOptionsForm.read(fields);
    fields.refuseOthers(ALL, MEANT);
    fields.check();
    return new NewDataSource(
        Objects.requireNonNull(kind),
        Objects.requireNonNull(hostname),
        Objects.requireNonNull(port),
        Objects.requireNonNull(dbName),
        Objects.requireNonNull(username),
        Objects.requireNonNull(password),
        tls,
        options.applyTo(CrawlOptions.DEFAULTS));
  }

  /**
   * Reads a change to a data source of this kind; throws a problem that names every wrong field.
   *
   * @param tls its settings so far
   */
  public static DataSourceChange change(JsonFields fields, DatabaseKind kind, TlsSettings tls) {
    var form = new DataSourceForm(fields);
    var change =
        new DataSourceChange(
            fields.has("hostname") ? form.hostname() : null,
            fields.has("port") ? form.port() : null,
            fields.has("db_name") ? form.dbName(kind) : null,
            fields.has("username") ? form.username() : null,
            fields.has("password") ? form.password() : null,
            TlsForm.read(fields, tls),
            CrawlOptionsForm.read(fields));
    fields.refuseOthers(CHANGEABLE, MEANT);
    fields.check();
    return change;
  }

  private static String anyDatabase(@Nullable DatabaseKind kind) {
    return kind == DatabaseKind.POSTGRESQL ? "postgres" : "information_schema";
  }

  private @Nullable DatabaseKind kind() {
    var text = fields.text("db_type");
    if (text == null) {
      return null;
    }
    var kind = DatabaseKind.lookup(text);
    if (kind.isEmpty()) {
      fields.refuse("db_type", "must be PostgreSQL, MySQL or MariaDB");
    }
    return kind.orElse(null);
  }

  private @Nullable String hostname() {
    var text = fields.text("hostname");
    if (text == null) {
      return null;
    }
    var hostname = Hostname.normalize(text.strip());
    if (hostname.isEmpty()) {
      fields.refuse(
          "hostname",
          ConnectionText.advice(text)
              .orElse("must be exactly one host name, IPv4 or IPv6 address, without port"));
    }
    return hostname.orElse(null);
  }

  private @Nullable Integer port() {
    return fields.integer("port", 1, MOST_PORT);
  }

  private @Nullable String dbName(@Nullable DatabaseKind kind) {
    var text = fields.text("db_name");
    if (text == null || isPlain("db_name", text)) {
      return text == null || fits(text, kind) ? text : refused("db_name", "is too long");
    }
    return null;
  }

  private static boolean fits(String name, @Nullable DatabaseKind kind) {
    return kind == DatabaseKind.POSTGRESQL
        ? name.getBytes(StandardCharsets.UTF_8).length <= MOST_POSTGRESQL_NAME_BYTES
        : name.codePointCount(0, name.length()) <= MOST_MYSQL_NAME;
  }

  private @Nullable String username() {
    var text = fields.text("username");
    if (text == null || isPlain("username", text)) {
      return text == null || text.length() <= MOST_USERNAME
          ? text
          : refused("username", "is too long");
    }
    return null;
  }

  /** Reads a first password; an empty one says that the account has none. */
  private @Nullable Secret newPassword() {
    if (fields.isNull("password")) {
      fields.refuse("password", "is null; send an empty text for an account without a password");
      return null;
    }
    return fields.isEmpty("password") ? Secret.of("") : password();
  }

  /**
   * Reads another password; null says that the account has none. An empty one is what a form sends
   * that shows no passwords.
   */
  private @Nullable Secret password() {
    if (fields.isNull("password")) {
      return Secret.of("");
    }
    var text = fields.text("password");
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      fields.refuse(
          "password",
          "is empty; leave it out to keep the stored one, or send null for an account without one");
    } else if (text.length() > MOST_PASSWORD) {
      fields.refuse("password", "has at most " + MOST_PASSWORD + " characters");
    } else if (MASK.matcher(text).matches()) {
      fields.refuse("password", "is a mask, not a password; leave it out to keep the stored one");
    } else if (text.indexOf('\0') >= 0 || !PlainText.isUnicode(text)) {
      fields.refuse("password", "holds characters that no database accepts");
    } else {
      return Secret.of(text);
    }
    return null;
  }

  private boolean isPlain(String field, String text) {
    if (text.isEmpty()) {
      fields.refuse(field, "must not be empty");
    } else if (!PlainText.is(text)) {
      fields.refuse(field, "must not hold control characters");
    } else if (URL.matcher(text).matches()) {
      fields.refuse(field, ConnectionText.advice(text).orElse("must be a name, not a URL"));
    } else {
      return true;
    }
    return false;
  }

  private @Nullable String refused(String field, String message) {
    fields.refuse(field, message);
    return null;
  }
}
