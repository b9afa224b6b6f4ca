package io.gazetteer.standalone.support;

import io.gazetteer.servers.files.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Folders as a whole. */
public final class Folders {
  private Folders() {}

  /** A new folder for temporary files. */
  public static Path make(String name) {
    try {
      return Files.createTempDirectory(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void delete(Path folder) {
    try {
      new FileTree(folder).delete();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file whose bytes hold the text; servers may be writing and deleting there. */
  public static List<Path> filesThatHold(Path folder, String text) {
    return filesOf(folder).stream().filter(file -> holds(file, text)).toList();
  }

  /** Every file under a folder, without those that are deleted meanwhile. */
  static List<Path> filesOf(Path folder) {
    var files = new ArrayList<Path>();
    var collect =
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            return passOver(e);
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e)
              throws IOException {
            return e == null ? FileVisitResult.CONTINUE : passOver(e);
          }
        };
    try {
      Files.walkFileTree(folder, collect);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static FileVisitResult passOver(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private static boolean holds(Path file, String text) {
    try {
      // A byte a character, so that nothing of a binary file is lost.
      var bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      var wanted = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      return bytes.contains(wanted);
    } catch (NoSuchFileException e) {
      // Gone since it was listed.
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
