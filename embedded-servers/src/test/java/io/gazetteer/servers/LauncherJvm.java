package io.gazetteer.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM with the class path of the tests, which is killed before it is done. */
public record LauncherJvm(Process process, BufferedReader output) {
  public static LauncherJvm start(Class<?> main, String... arguments) throws IOException {
    return run(List.of(), main, arguments);
  }

  /** Starts one that ignores signals, as a shell starts what runs in the background. */
  public static LauncherJvm startIgnoring(String signals, Class<?> main, String... arguments)
      throws IOException {
    var script = "trap '' " + signals + "; exec \"$@\"";
    return run(List.of("sh", "-c", script, "sh"), main, arguments);
  }

  private static LauncherJvm run(List<String> prefix, Class<?> main, String... arguments)
      throws IOException {
    var command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            main.getName()));
    command.addAll(List.of(arguments));
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    return new LauncherJvm(process, process.inputReader());
  }

  public String firstLine() throws IOException {
    var line = output.readLine();
    if (line == null) {
      throw new IOException("It ended and said nothing");
    }
    return line;
  }

  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
