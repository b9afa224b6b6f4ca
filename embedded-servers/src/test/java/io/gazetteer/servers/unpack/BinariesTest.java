package io.gazetteer.servers.unpack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // By JUnit.
  private Path cache;

  @Test
  void unpacksOnce() {
    var unpacked = new AtomicInteger();
    var source = source(folder -> write(folder, unpacked.incrementAndGet()));
    var first = new Binaries(cache).get(source);
    var second = new Binaries(cache).get(source);
    assertThat(first).isEqualTo(second).isEqualTo(cache.resolve("archive-1.0"));
    assertThat(unpacked).hasValue(1);
  }

  /** Objects of their own stand for processes: these share nothing but the folder. */
  @Test
  void givesAllOneWholeFolderWhenTheyUnpackAtTheSameTime() throws Exception {
    int count = 8;
    var barrier = new CyclicBarrier(count);
    var source =
        source(
            folder -> {
              await(barrier);
              write(folder, 1);
            });
    try (var threads = Executors.newFixedThreadPool(count)) {
      var tasks = new ArrayList<Callable<Path>>();
      for (int i = 0; i < count; i++) {
        tasks.add(() -> new Binaries(cache).get(source));
      }
      for (Future<Path> folder : threads.invokeAll(tasks)) {
        assertThat(folder.get().resolve("file")).hasContent("1");
      }
    }
    assertThat(cache).isDirectoryContaining("glob:**/archive-1.0");
    assertThat(cache.toFile().list()).hasSize(1);
  }

  @Test
  void leavesNothingWhenItFails() {
    var source =
        source(
            folder -> {
              write(folder, 1);
              throw new IOException("No space left");
            });
    assertThatThrownBy(() -> new Binaries(cache).get(source))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("archive-1.0 cannot be unpacked")
        .hasMessageContaining("No space left");
    assertThat(cache).isEmptyDirectory();
  }

  @Test
  void removesWhatADeadProcessLeftHalfUnpacked() throws Exception {
    var process = new ProcessBuilder("true").start();
    process.waitFor();
    var left = cache.resolve("archive-1.0.unfinished-" + process.pid() + "-x");
    Files.createDirectory(left);
    write(left, 0);
    new Binaries(cache).get(source(folder -> write(folder, 1)));
    assertThat(left).doesNotExist();
  }

  private static void write(Path folder, int content) throws IOException {
    Files.writeString(folder.resolve("file"), Integer.toString(content));
  }

  private static void await(CyclicBarrier barrier) throws IOException {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private interface Writer {
    void writeTo(Path folder) throws IOException;
  }

  private static Binaries.Source source(Writer writer) {
    return new Binaries.Source() {
      @Override
      public String archive() {
        return "archive-1.0";
      }

      @Override
      public void unpackTo(Path folder) throws IOException {
        writer.writeTo(folder);
      }
    };
  }
}
