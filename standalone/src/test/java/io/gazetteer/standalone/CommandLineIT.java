package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.LaunchedGazetteer;
import io.gazetteer.standalone.support.SharedGazetteer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands, as a user runs them, against a running instance. */
class CommandLineIT {
  @TempDir static Path home;

  private record End(int exitCode, String output, String errors) {}

  @BeforeAll
  static void logIn() throws Exception {
    assertThat(run("", "search", "anything").exitCode()).isEqualTo(4);
    var wrong = run("not-the-password", "login", "admin", "--password-stdin");
    assertThat(wrong.exitCode()).isEqualTo(4);

    var end = run(SharedGazetteer.PASSWORD, "login", "admin", "--password-stdin");

    assertThat(end.exitCode()).as(end.errors()).isZero();
    assertThat(end.errors()).contains("Logged in at", "as admin (admin)");
    try (var files = Files.walk(home)) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(
              file ->
                  assertThat(Files.getPosixFilePermissions(file).toString())
                      .doesNotContain("GROUP", "OTHERS"));
    }
  }

  @Test
  void looksAtEverything() throws Exception {
    var end = run("", "doctor");

    assertThat(end.output())
        .contains(
            "ok    JDK", "ok    postgresql: UP", "ok    worker: UP", "ok    logged in as admin");
  }

  /** As in the image of the API, where the launcher is not. */
  @Test
  void looksAtNothingOfTheMachineInAContainer() throws Exception {
    var built = LaunchedGazetteer.script().resolveSibling("cli").resolve("target");
    var end =
        run(
            "",
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                built.resolve("cli.jar") + ":" + built.resolve("lib") + "/*",
                "io.gazetteer.cli.Main",
                "doctor"));

    assertThat(end.exitCode()).as(end.output()).isZero();
    assertThat(end.output())
        .contains("ok    postgresql: UP", "ok    keys")
        .doesNotContain("memory", "disk", "logged in");
  }

  @Test
  void addsCrawlsSearchesAndRemovesADatabase() throws Exception {
    var name = "cli_" + ProcessHandle.current().pid();
    // Nobody is there: the crawl fails, and the command says so.
    var added =
        run(
            "",
            "sources",
            "add",
            name,
            "--type",
            "PostgreSQL",
            "--host",
            "127.0.0.1",
            "--port",
            "1",
            "--user",
            "reader",
            "--no-password",
            "--schedule",
            "off");
    assertThat(added.exitCode()).as(added.errors()).isZero();
    var crawl = run("", "crawl", name, "--wait");
    assertThat(crawl.exitCode()).isEqualTo(1);
    assertThat(run("", "sources", "--all", "--fields", "db_name").output())
        .contains("{\"db_name\":\"" + name + "\"}");
    assertThat(run("", "sources", "test", name).exitCode()).isEqualTo(1);
    assertThat(run("", "sources", "rm", name).exitCode()).isZero();
    assertThat(run("", "crawl", name).exitCode()).isEqualTo(3);
    assertThat(run("", "table", "there.is.none").exitCode()).isEqualTo(3);
    assertThat(run("", "search", "xyzzyplugh").exitCode()).isEqualTo(3);
  }

  @Test
  void speaksWithAgents() throws Exception {
    var end =
        run(
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            no json
            """,
            "mcp");

    assertThat(end.exitCode()).as(end.errors()).isZero();
    assertThat(end.output().lines()).hasSize(3);
    assertThat(end.output()).contains("\"id\":1", "join_path", "-32700");
  }

  @Test
  void helpsTheShell() throws Exception {
    assertThat(run("", "completion", "zsh").output()).contains("complete -F", "gazetteer");
    assertThat(run("", "man").output()).contains("Exit codes: 0 well", "--password-stdin");
    assertThat(run("", "help", "search").output()).contains("Usage: gazetteer search");
    assertThat(run("", "open", "--print", "customer email").output())
        .contains("/search?q=customer+email");
  }

  private static End run(String input, String... arguments)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(LaunchedGazetteer.script().toString()));
    command.addAll(List.of(arguments));
    return run(input, command);
  }

  private static End run(String input, List<String> command)
      throws IOException, InterruptedException {
    var given = Files.writeString(Files.createTempFile("input", ""), input);
    var errors = Files.createTempFile("errors", "");
    var builder =
        new ProcessBuilder(command).redirectInput(given.toFile()).redirectError(errors.toFile());
    builder.environment().put("GAZETTEER_URL", SharedGazetteer.get().url());
    builder.environment().put("XDG_CONFIG_HOME", home.toString());
    builder.environment().remove("GAZETTEER_TOKEN");
    var process = builder.start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var end = new End(process.waitFor(), output, Files.readString(errors));
    Files.delete(given);
    Files.delete(errors);
    return end;
  }
}
