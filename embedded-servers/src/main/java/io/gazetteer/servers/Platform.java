package io.gazetteer.servers;

import java.util.Locale;
import java.util.Optional;

/**
 * Is a system and a processor that binaries of servers are there for. The profiles of the build,
 * which fetch them, have the same four.
 */
public enum Platform {
  LINUX_X86_64("Linux on x86-64", "/postgres-linux-x86_64.txz", "linux"),
  LINUX_ARM64("Linux on arm64", "/postgres-linux-arm_64.txz", ""),
  MACOS_X86_64("macOS on x86-64", "/postgres-darwin-x86_64.txz", ""),
  MACOS_ARM64("macOS on arm64", "/postgres-darwin-arm_64.txz", "osx");

  private final String label;
  private final String postgres;
  private final String mariaDb;

  Platform(String label, String postgres, String mariaDb) {
    this.label = label;
    this.postgres = postgres;
    this.mariaDb = mariaDb;
  }

  /**
   * Returns this machine's.
   *
   * @throws ServerStartException when there are no binaries for it
   */
  public static Platform here() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"))
        .orElseThrow(
            () ->
                new ServerStartException(
                    "There are no binaries for %s on %s: run Gazetteer in containers, with docker compose up"
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  /** Returns the platform of what Java says about a machine. */
  static Optional<Platform> of(String system, String processor) {
    boolean arm = processor.equals("aarch64");
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    var name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("linux")) {
      return arm ? Optional.of(LINUX_ARM64) : intel ? Optional.of(LINUX_X86_64) : Optional.empty();
    }
    if (name.startsWith("mac")) {
      return arm ? Optional.of(MACOS_ARM64) : intel ? Optional.of(MACOS_X86_64) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Returns the resource that has PostgreSQL. */
  public String postgres() {
    return postgres;
  }

  /** Returns the folder of MariaDB in its jar, whose name is that of the system. */
  public Optional<String> mariaDb() {
    return Optional.of(mariaDb).filter(folder -> !folder.isEmpty());
  }

  @Override
  public String toString() {
    return label;
  }
}
