package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Logs in once: an API token is made and kept. */
@Command(
    name = "login",
    mixinStandardHelpOptions = true,
    description = "Makes an API token for you and keeps it in a file that only you can read.")
public final class LoginCommand implements Callable<Integer> {
  @Mixin private Context context = new Context();

  @Parameters(
      arity = "0..1",
      paramLabel = "USER",
      description = "Your name; asked for if not given.")
  private @Nullable String user;

  @Option(names = "--password-stdin", description = "Read the password from standard input.")
  private boolean passwordFromInput;

  @Option(names = "--token-stdin", description = "Keep the API token from standard input.")
  private boolean tokenFromInput;

  @Option(names = "--logout", description = "Forget the token that is kept.")
  private boolean logout;

  @Override
  public Integer call() throws IOException {
    var terminal = context.terminal();
    if (logout) {
      terminal
          .err()
          .println(context.tokens().forget(context.server()) ? "Forgotten." : "None was kept.");
      return 0;
    }
    var token = tokenFromInput ? input() : made();
    var me = new Api(context.server(), Optional.of(token)).get("/api/auth/me");
    var file = context.tokens().keep(context.server(), token);
    terminal
        .err()
        .printf(
            "Logged in at %s as %s (%s); the token is in %s%n",
            context.server(), me.path("username").asString(), me.path("role").asString(), file);
    return 0;
  }

  private String made() throws IOException {
    var terminal = context.terminal();
    var name = user == null ? terminal.ask("User: ") : user;
    var password = passwordFromInput ? input() : terminal.askPassword("Password: ");
    var body = Api.JSON.createObjectNode();
    body.put("username", name).put("password", password);
    var anyone = new Api(context.server(), Optional.empty());
    var session = login(anyone, body);
    var api = anyone.with(session.path("access_token").asString());
    var wish = Api.JSON.createObjectNode();
    wish.put(
        "name", "gazetteer on " + host() + " " + Instant.now().truncatedTo(ChronoUnit.SECONDS));
    wish.put("role", api.get("/api/auth/me").path("role").asString());
    var token = api.post("/api/tokens", wish).path("token").asString();
    var end = Api.JSON.createObjectNode();
    end.put("refresh_token", session.path("refresh_token").asString());
    anyone.post("/api/auth/logout", end);
    return token;
  }

  private static JsonNode login(Api anyone, JsonNode body) {
    try {
      return anyone.post("/api/auth/login", body);
    } catch (Failure e) {
      throw e.exitCode() == Failure.NOT_LOGGED_IN
          ? new Failure(Failure.NOT_LOGGED_IN, "The name or the password is wrong.")
          : e;
    }
  }

  private static String input() throws IOException {
    return new String(System.in.readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine";
    }
  }
}
