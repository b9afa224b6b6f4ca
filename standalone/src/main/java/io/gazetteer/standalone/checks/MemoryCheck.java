package io.gazetteer.standalone.checks;

import com.sun.management.OperatingSystemMXBean;
import io.gazetteer.standalone.settings.CannotStartException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whether everything fits into memory without the system swapping or killing it. */
final class MemoryCheck {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

  private MemoryCheck() {}

  /**
   * @param neededMb what all processes together take
   * @throws CannotStartException when less is available
   */
  static void check(long neededMb) {
    check(neededMb, availableMb());
  }

  static void check(long neededMb, long availableMb) {
    if (availableMb < neededMb) {
      throw new CannotStartException(
          "Only "
              + availableMb
              + " MB of memory are available and "
              + neededMb
              + " MB are needed: end other programs, or use servers on other machines"
              + " (./gazetteer help lists the settings).");
    }
  }

  /** What the system could give us, or a container's limit if that is less. */
  private static long availableMb() {
    var limit =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    return Math.min(limit, systemAvailableMb().orElse(limit));
  }

  /** Linux says how much a new program can have without swapping; others do not. */
  private static OptionalLong systemAvailableMb() {
    try {
      return parse(Files.readString(MEMINFO));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  static OptionalLong parse(String meminfo) {
    var matcher = AVAILABLE.matcher(meminfo);
    return matcher.find()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)) >> 10)
        : OptionalLong.empty();
  }
}
