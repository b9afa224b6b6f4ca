package io.gazetteer.cli.command;

import io.gazetteer.cli.Api;
import io.gazetteer.cli.Context;
import io.gazetteer.cli.Failure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Passes messages of an agent from standard input to {@code /mcp}, and the answers back. */
@Command(
    name = "mcp",
    mixinStandardHelpOptions = true,
    description = "Speaks the Model Context Protocol on standard input and output, for agents.")
public final class McpCommand implements Callable<Integer> {
  private static final String VERSION_OF_REQUEST = "io.modelcontextprotocol/protocolVersion";
  private static final int NOT_PARSED = -32700;
  private static final int FAILED = -32603;

  @Mixin private Context context = new Context();

  private String agreed = "";

  @Override
  public Integer call() throws IOException {
    var api = context.api();
    var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        answer(api, line);
      }
    }
    return 0;
  }

  private void answer(Api api, String line) {
    JsonNode message;
    try {
      message = Api.JSON.readTree(line);
    } catch (JacksonException e) {
      print(error(JsonNodeFactory.instance.nullNode(), NOT_PARSED, "This is no JSON."));
      return;
    }
    try {
      var response = send(api, message, line);
      var body = body(response);
      if (response.statusCode() == 401) {
        throw new Failure(Failure.NOT_LOGGED_IN, "Log in first, in a terminal: ./gazetteer login");
      }
      if (!body.isBlank()) {
        var answered = Api.JSON.readTree(body);
        var version = answered.at("/result/protocolVersion").asString("");
        agreed = version.isEmpty() ? agreed : version;
        print(answered);
      }
    } catch (Failure | JacksonException e) {
      context.terminal().err().println("gazetteer: " + e.getMessage());
      if (message.has("id")) {
        print(error(message.path("id"), FAILED, String.valueOf(e.getMessage())));
      }
    }
  }

  private HttpResponse<String> send(Api api, JsonNode message, String line) {
    var request =
        HttpRequest.newBuilder(URI.create(context.server() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(line));
    context
        .tokens()
        .find(context.server())
        .ifPresent(token -> request.header("Authorization", "Bearer " + token));
    // From 2026-07-28 on a request says its version; the headers repeat what it says.
    var version = message.path("params").path("_meta").path(VERSION_OF_REQUEST).asString("");
    if (!version.isEmpty()) {
      request.header("MCP-Protocol-Version", version);
      request.header("Mcp-Method", message.path("method").asString(""));
      var name = message.path("params").path("name").asString("");
      if (!name.isEmpty()) {
        request.header("Mcp-Name", name);
      }
    } else if (!agreed.isEmpty()) {
      request.header("MCP-Protocol-Version", agreed);
    }
    return api.send(request.build(), BodyHandlers.ofString());
  }

  /** An answer may come as the one event of a stream. */
  private static String body(HttpResponse<String> response) {
    var type = response.headers().firstValue("Content-Type").orElse("");
    if (!type.startsWith("text/event-stream")) {
      return response.body();
    }
    return response
        .body()
        .lines()
        .filter(one -> one.startsWith("data:"))
        .map(one -> one.substring(5).strip())
        .reduce("", (all, one) -> one);
  }

  private static ObjectNode error(JsonNode id, int code, String sentence) {
    var error = Api.JSON.createObjectNode();
    error.put("jsonrpc", "2.0").set("id", id);
    error.putObject("error").put("code", code).put("message", sentence);
    return error;
  }

  private void print(JsonNode message) {
    context.terminal().out().println(Api.JSON.writeValueAsString(message));
    context.terminal().out().flush();
  }
}
