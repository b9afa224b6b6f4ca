package io.gazetteer.servers.unpack;

import io.gazetteer.servers.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Unpacks server binaries into a folder, once; two processes that do so at the same time end with
 * one good folder, and one that dies half way leaves nothing that looks whole. Thread safe.
 */
public final class Binaries {
  private static final String UNFINISHED = ".unfinished-";
  private static final long US = ProcessHandle.current().pid();

  private final Path cache;
  private final Map<String, Path> ready = new ConcurrentHashMap<>();

  public Binaries(Path cache) {
    this.cache = cache;
  }

  /** Is where binaries come from. */
  public interface Source {
    /** Returns the name of the archive, which says the version. */
    String archive();

    /** Writes all files below the folder. */
    void unpackTo(Path folder) throws IOException;
  }

  /** Returns the folder with the binaries; unpacks them when they are not there. */
  public Path get(Source source) {
    return ready.computeIfAbsent(source.archive(), archive -> find(source));
  }

  private Path find(Source source) {
    var folder = cache.resolve(source.archive());
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(cache);
        deleteUnfinished();
        unpack(source, folder);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(
          source.archive() + " cannot be unpacked into " + cache + ": " + e.getMessage(), e);
    }
  }

  private void unpack(Source source, Path folder) throws IOException {
    var unfinished = cache.resolve(source.archive() + UNFINISHED + US + "-" + UUID.randomUUID());
    try {
      Files.createDirectory(unfinished);
      source.unpackTo(unfinished);
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      new FileTree(unfinished).delete();
      // Another process may have been faster.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }

  /** Deletes what processes left that died while they unpacked. */
  private void deleteUnfinished() throws IOException {
    try (var folders = Files.newDirectoryStream(cache, "*" + UNFINISHED + "*")) {
      for (Path folder : folders) {
        if (ProcessHandle.of(unpacker(folder)).isEmpty()) {
          new FileTree(folder).delete();
        }
      }
    }
  }

  private static long unpacker(Path unfinished) {
    var name = unfinished.getFileName().toString();
    var from = name.lastIndexOf(UNFINISHED) + UNFINISHED.length();
    return Long.parseLong(name.substring(from, name.indexOf('-', from)));
  }
}
