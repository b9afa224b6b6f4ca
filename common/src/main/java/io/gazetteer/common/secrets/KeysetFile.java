package io.gazetteer.common.secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keyset in a file. The file is as secret as all passwords together: only its owner can
 * read it, and without it they are lost.
 */
public final class KeysetFile implements KeysetStore {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Path path;
  private final KeysetJson format;

  /** Makes a keyset file that no master key wraps. */
  public KeysetFile(Path path) {
    this(path, new KeysetJson(MasterKey.none()));
  }

  KeysetFile(Path path, KeysetJson format) {
    this.path = path;
    this.format = format;
  }

  /** Opens the vault; makes a new keyset first when there is no file. */
  public SecretVault openOrCreate() {
    create();
    return open();
  }

  /**
   * Opens the vault.
   *
   * @throws SecretVaultException when the file is missing or holds no keyset
   */
  public SecretVault open() {
    return new SecretVault(this);
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public void awaitExistence(Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!exists() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  @Override
  public Keyset read() {
    try {
      var json = Files.readString(path);
      OwnerOnlyFile.check(path);
      return format.read(json, "The keyset file " + path);
    } catch (IOException e) {
      throw new SecretVaultException(
          "The keyset file "
              + path
              + (exists() ? " cannot be read" : " is missing")
              + ": set GAZETTEER_KEYSET_FILE to the file that the first API process made, or bring"
              + " it back from a backup",
          e);
    }
  }

  /** Returns the file's identity: a new keyset is written to another file and moved here. */
  @Override
  public @Nullable Object version() {
    try {
      var now = Files.readAttributes(path, BasicFileAttributes.class);
      return Arrays.asList(now.fileKey(), now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return null;
    }
  }

  /** Makes the first keyset. Of two processes one wins, and neither reads half a file. */
  @Override
  public void create() {
    if (exists()) {
      return;
    }
    try {
      var aside = writeAside(Keyset.create());
      try {
        Files.createLink(path, aside);
        makeDurable(path);
      } catch (FileAlreadyExistsException e) {
        // Another process was first; its keyset is the one.
      } finally {
        Files.delete(aside);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretVaultException("A keyset file cannot be made at " + path, e);
    }
  }

  @Override
  public void replace(Keyset keyset) {
    try {
      var file = path.toRealPath();
      var aside = writeAside(keyset);
      try {
        Files.move(
            aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        makeDurable(file);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException | GeneralSecurityException e) {
      throw new SecretVaultException(
          "The keyset file " + path + " cannot be written: run the command where it can be", e);
    }
  }

  private Path writeAside(Keyset keyset) throws IOException, GeneralSecurityException {
    var json = format.write(keyset);
    var folder = Files.createDirectories(path.toAbsolutePath().getParent());
    var aside = folder.resolve(path.getFileName() + "." + UUID.randomUUID());
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.createFile(aside, ownerOnly);
    try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
      for (var bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
          bytes.hasRemaining(); ) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    return aside;
  }

  /**
   * Writes the file through to the disk: a power failure must not take back a key that secrets have
   * been encrypted with.
   */
  private static void makeDurable(Path file) throws IOException {
    try (var folder =
        FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      folder.force(true);
    }
  }
}
