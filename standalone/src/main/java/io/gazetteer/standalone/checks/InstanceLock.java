package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one Gazetteer run for each data folder. The operating system lets go of the lock when the
 * process ends, however it ends.
 */
public final class InstanceLock implements AutoCloseable {
  private final FileChannel channel;

  private InstanceLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws CannotStartException when another instance has it
   */
  public static InstanceLock take(DataFolder data) {
    var lock = tryTake(data);
    if (lock == null) {
      throw new CannotStartException(
          "Gazetteer already runs with the data folder "
              + data.root()
              + ": stop it first, or set GAZETTEER_DATA to another folder.");
    }
    return lock;
  }

  /** Returns null when another process has the lock. */
  public static @Nullable InstanceLock tryTake(DataFolder data) {
    try {
      var channel =
          FileChannel.open(
              data.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return new InstanceLock(channel);
      }
      channel.close();
      return null;
    } catch (IOException e) {
      throw new CannotStartException(
          "The file " + data.run().resolve("lock") + " cannot be locked: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
