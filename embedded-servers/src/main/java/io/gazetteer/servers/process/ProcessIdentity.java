package io.gazetteer.servers.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a process from a later one with the same pid.
 *
 * @param birth when it started. On Linux in the kernel's own ticks since boot, with the id of that
 *     boot: an instant would move when the clock is set
 */
record ProcessIdentity(long pid, String birth) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int STATE = 0;
  private static final int START_TICKS = 19;

  static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), birth(process).orElse("unknown"));
  }

  /** Finds the process, if it still runs; one that ended and was not yet waited for does not. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> birth(process).filter(birth::equals).isPresent());
  }

  private static Optional<String> birth(ProcessHandle process) {
    if (!Files.isReadable(BOOT_ID)) {
      return process.info().startInstant().map(Instant::toString);
    }
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
      // The second field is the program's name in parentheses and may hold anything.
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      if (fields[STATE].equals("Z")) {
        return Optional.empty();
      }
      return Optional.of(Files.readString(BOOT_ID).strip() + ":" + fields[START_TICKS]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
