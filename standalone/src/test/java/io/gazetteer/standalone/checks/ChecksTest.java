package io.gazetteer.standalone.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.DataFolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  @TempDir Path folder;

  @Test
  void saysWhichPortIsBusy() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = socket.getLocalPort();
      var busy = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      assertThatThrownBy(() -> ListenCheck.check(busy))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("Port " + port + " is busy")
          .hasMessageContaining("GAZETTEER_PORT");
    }
  }

  @Test
  void refusesAnAddressOfAnotherMachine() throws IOException {
    var other = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
    assertThatThrownBy(() -> ListenCheck.check(new InetSocketAddress(other, 8080)))
        .hasMessageContaining("GAZETTEER_BIND");
    var nobody = InetSocketAddress.createUnresolved("no such host", 8080);
    assertThatThrownBy(() -> ListenCheck.check(nobody)).hasMessageContaining("GAZETTEER_BIND");
  }

  @Test
  void saysHowMuchMemoryIsMissing() {
    assertThatThrownBy(() -> MemoryCheck.check(2000, 1999))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("1999 MB")
        .hasMessageContaining("2000 MB");
    assertThatCode(() -> MemoryCheck.check(2000, 2000)).doesNotThrowAnyException();
  }

  @Test
  void readsTheAvailableMemoryAndNotTheFree() {
    assertThat(
            MachineMemory.parse(
                "MemTotal:  8000000 kB\nMemFree:  100000 kB\nMemAvailable:  4194304 kB\n"))
        .hasValue(4096);
    assertThat(MachineMemory.parse("something else")).isEmpty();
  }

  @Test
  void saysHowMuchDiskIsMissing() {
    var data = new DataFolder(folder);
    assertThatThrownBy(() -> DiskCheck.check(data, 1023))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("1023 MB")
        .hasMessageContaining("GAZETTEER_DATA");
    assertThatCode(() -> DiskCheck.check(data, 1024)).doesNotThrowAnyException();
  }

  @Test
  void keepsTheDataFolderFromOthers() throws IOException {
    var data = new DataFolder(folder.resolve("a/b"));
    data.create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.root())))
        .isEqualTo("rwx------");
  }

  @Test
  void refusesAFileForADataFolder() throws IOException {
    var file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new DataFolder(file).create())
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("GAZETTEER_DATA");
  }
}
