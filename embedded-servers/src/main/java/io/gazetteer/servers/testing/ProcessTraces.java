package io.gazetteer.servers.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what Linux shows of a process, and of all that it started. */
public final class ProcessTraces {
  private static final String LISTENING = "0A";

  private ProcessTraces() {}

  /** Returns the TCP ports that they listen at. */
  public static Set<Integer> listeningPorts(ProcessHandle process) {
    var sockets = sockets(process);
    var ports = new TreeSet<Integer>();
    for (var table : List.of("tcp", "tcp6")) {
      for (var fields : rows(Path.of("/proc/net", table))) {
        if (fields.length > 9 && fields[3].equals(LISTENING) && sockets.contains(fields[9])) {
          ports.add(Integer.parseInt(fields[1].substring(fields[1].lastIndexOf(':') + 1), 16));
        }
      }
    }
    return ports;
  }

  /** Returns the paths of their Unix sockets. */
  public static Set<String> unixSockets(ProcessHandle process) {
    var sockets = sockets(process);
    return rows(Path.of("/proc/net/unix")).stream()
        .filter(fields -> fields.length > 7 && sockets.contains(fields[6]))
        .map(fields -> fields[7])
        .collect(Collectors.toSet());
  }

  /** Returns their command lines, which everyone on the machine can read. */
  public static String commandLines(ProcessHandle process) {
    return family(process).map(ProcessTraces::commandLine).collect(Collectors.joining("\n"));
  }

  public static String commandLine(ProcessHandle process) {
    return read(process, "cmdline");
  }

  /** Returns the environment that the process was started with. */
  public static String environment(ProcessHandle process) {
    return read(process, "environ");
  }

  private static String read(ProcessHandle process, String file) {
    try {
      return Files.readString(folder(process).resolve(file)).replace('\0', '\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<ProcessHandle> family(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants());
  }

  private static Path folder(ProcessHandle process) {
    return Path.of("/proc", Long.toString(process.pid()));
  }

  /** Returns the inodes of their sockets. */
  private static Set<String> sockets(ProcessHandle process) {
    return family(process)
        .flatMap(each -> openFiles(each).stream())
        .filter(file -> file.startsWith("socket:["))
        .map(file -> file.substring("socket:[".length(), file.length() - 1))
        .collect(Collectors.toSet());
  }

  private static List<String> openFiles(ProcessHandle process) {
    try (var files = Files.list(folder(process).resolve("fd"))) {
      return files.map(ProcessTraces::target).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path file) {
    try {
      return Files.readSymbolicLink(file).toString();
    } catch (IOException e) {
      // It was closed meanwhile.
      return "";
    }
  }

  private static List<String[]> rows(Path table) {
    try (var lines = Files.lines(table)) {
      return lines.map(line -> line.strip().split("\\s+", -1)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
