package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.Settings;

/** Everything that is looked at before anything starts. */
public final class Checks {
  private Checks() {}

  /**
   * Looks at the port, the disk and the memory.
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
