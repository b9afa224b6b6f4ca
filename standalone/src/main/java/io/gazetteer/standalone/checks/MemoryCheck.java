package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.CannotStartException;

/** Checks that everything fits into memory without the system swapping or killing it. */
final class MemoryCheck {
  private MemoryCheck() {}

  /**
   * @param neededMb what all processes together take
   * @throws CannotStartException when less is available
   */
  static void check(long neededMb) {
    check(neededMb, MachineMemory.read().availableMb());
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
}
