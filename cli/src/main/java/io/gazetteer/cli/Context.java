package io.gazetteer.cli;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The options that every command has: which Gazetteer is asked. */
public final class Context {
  private static final String USUAL_PORT = "8080";

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "The Gazetteer to ask; else GAZETTEER_URL, else the one on this machine.")
  private @Nullable String server;

  private final Map<String, String> environment = System.getenv();
  private final Terminal terminal = new Terminal();

  public Terminal terminal() {
    return terminal;
  }

  public Tokens tokens() {
    return new Tokens(environment);
  }

  public Map<String, String> environment() {
    return environment;
  }

  /** Returns the address of the Gazetteer, without a slash at its end. */
  public URI server() {
    var given = server == null ? environment.getOrDefault("GAZETTEER_URL", "") : server;
    var url =
        given.isEmpty()
            ? "http://127.0.0.1:" + environment.getOrDefault("GAZETTEER_PORT", USUAL_PORT)
            : given;
    try {
      var uri = URI.create(url.replaceFirst("/+$", ""));
      if (uri.getHost() != null && uri.getScheme().matches("https?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new Failure(Failure.USAGE, "The server must be a URL like http://127.0.0.1:8080.");
  }

  /** Returns the Gazetteer, asked with the token that is kept for it. */
  public Api api() {
    return new Api(server(), tokens().find(server()));
  }

  /**
   * Finds a database by its name or id.
   *
   * @throws Failure when there is none, or more than one
   */
  public JsonNode database(String nameOrId) {
    Optional<JsonNode> found = Optional.empty();
    String cursor = null;
    do {
      var page = api().get("/api/databases" + Api.query("limit", "100", "cursor", cursor));
      for (JsonNode one : page.path("databases")) {
        if (one.path("id").asString().equals(nameOrId)) {
          return one;
        }
        if (one.path("db_name").asString().equals(nameOrId)) {
          if (found.isPresent()) {
            throw new Failure(
                Failure.USAGE,
                "More than one database is called " + nameOrId + ": name it by its id.");
          }
          found = Optional.of(one);
        }
      }
      cursor = page.path("next_cursor").asString(null);
    } while (cursor != null);
    return found.orElseThrow(
        () ->
            new Failure(
                Failure.NOT_FOUND,
                "There is no database " + nameOrId + ": ./gazetteer sources lists them."));
  }
}
