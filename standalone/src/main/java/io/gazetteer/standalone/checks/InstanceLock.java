package io.gazetteer.standalone.checks;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
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
        var pid = Long.toString(ProcessHandle.current().pid());
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
        return new InstanceLock(channel);
      }
      channel.close();
      return null;
    } catch (IOException e) {
      throw new CannotStartException(
          "The file " + data.run().resolve("lock") + " cannot be locked: " + e.getMessage(), e);
    }
  }

  /** Returns the process that has the lock; empty when none has. */
  public static Optional<ProcessHandle> holder(DataFolder data) throws IOException {
    if (Files.notExists(data.run().resolve("lock"))) {
      return Optional.empty();
    }
    try (var lock = tryTake(data)) {
      if (lock != null) {
        return Optional.empty();
      }
    }
    var pid = Files.readString(data.run().resolve("lock")).strip();
    return pid.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(pid));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
