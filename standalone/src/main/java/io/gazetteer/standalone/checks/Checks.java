package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.Settings;

/** Checks everything that can be checked before anything starts. */
public final class Checks {
  private Checks() {}

  /**
   * Checks the port, the disk and the memory.
   *
   * @param neededMemoryMb what all processes together take
   * @throws io.gazetteer.standalone.settings.CannotStartException for the first that does not hold
   */
  public static void run(Settings settings, long neededMemoryMb) {
    ListenCheck.check(settings.listen());
    DiskCheck.check(settings.data());
    MemoryCheck.check(neededMemoryMb);
  }
}
