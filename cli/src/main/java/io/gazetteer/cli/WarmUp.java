package io.gazetteer.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Searches once, so that the JVM can note what it needs; see the launcher script. */
public final class WarmUp {
  private static final String ANSWER =
      """
      {"hits": [{"database": {"db_name": "shop"}, "path": "sales.customers.email",
        "data_type": "text", "comment": "Where we write", "score": 1.5, "matched": []}],
       "next_cursor": null, "notes": [], "did_you_mean": null}
      """;

  private WarmUp() {}

  public static void main(String[] arguments) throws IOException {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          var body = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    var url = "http://127.0.0.1:" + server.getAddress().getPort();
    Main.commandLine().execute("search", "--server", url, "customer", "email");
    Main.commandLine().execute("search", "--server", url, "--csv", "customer", "email");
    server.stop(0);
    System.exit(0);
  }
}
