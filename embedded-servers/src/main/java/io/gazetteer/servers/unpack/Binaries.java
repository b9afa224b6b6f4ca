package io.gazetteer.servers.unpack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.UUID;

/**
 * A folder of unpacked server binaries. Unpacked once; two processes that do so at the same time
 * end with one good folder, and one that dies half way leaves nothing that looks whole.
 */
public final class Binaries {
  private final Path cache;

  public Binaries(Path cache) {
    this.cache = cache;
  }

  /** Where the binaries come from. */
  public interface Source {
    /** Writes all files below the folder. */
    void unpackTo(Path folder) throws IOException;
  }

  /** The folder with the binaries; unpacks them when they are not there. */
  public Path get(String name, Source source) {
    var folder = cache.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    var aside = cache.resolve(name + "." + UUID.randomUUID());
    try {
      Files.createDirectories(aside);
      source.unpackTo(aside);
      Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      deleteTree(aside);
      if (!Files.isDirectory(folder)) {
        throw new UncheckedIOException(name + " cannot be unpacked into " + cache, e);
      }
    }
    return folder;
  }

  private static void deleteTree(Path folder) {
    if (Files.notExists(folder)) {
      return;
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
