package io.gazetteer.standalone.checks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Measures the memory of this machine, or of the container we are in if that has less.
 *
 * @param availableMb what a new program can have without swapping
 */
public record MachineMemory(long totalMb, long availableMb) {
  private static final Path MEMINFO = Path.of("/proc/meminfo");
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

  public static MachineMemory read() {
    long total =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize() >> 20;
    return new MachineMemory(total, Math.min(total, systemAvailableMb().orElse(total)));
  }

  /** Asks Linux how much is available; other systems do not say it. */
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
