package io.gazetteer.standalone.support;

import java.nio.file.Path;
import java.util.List;

/** Processes of a data folder: those that name it in their command line. */
public final class LeftBehind {
  private LeftBehind() {}

  /** Empty on systems that do not tell other processes' command lines. */
  public static List<String> of(Path data) {
    return ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine().stream())
        .filter(line -> line.contains(data.toString()))
        .toList();
  }
}
