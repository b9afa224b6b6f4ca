package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.standalone.support.LaunchedGazetteer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot work says why in one sentence, and starts nothing. */
class RefusedStartIT {
  @TempDir Path data;

  @Test
  void whenThePortIsBusy() throws IOException {
    try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      isRefused(busy.getLocalPort(), Map.of(), "Port " + busy.getLocalPort() + " is busy");
    }
  }

  @Test
  void whenTheFolderIsInUse() throws IOException {
    var run = Files.createDirectories(data.resolve("run"));
    try (var channel =
            FileChannel.open(
                run.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = channel.lock()) {
      assertThat(lock.isValid()).isTrue();
      isRefused(FreePorts.free(), Map.of(), "already runs with the data folder");
    }
  }

  @Test
  void whenASettingMakesNoSense() throws IOException {
    isRefused(FreePorts.free(), Map.of("GAZETTEER_PORT", "70000"), "GAZETTEER_PORT is '70000'");
    isRefused(FreePorts.free(), Map.of("GAZETTEER_BIND", "192.0.2.1"), "GAZETTEER_BIND");
    isRefused(FreePorts.free(), Map.of("GAZETTEER_ADMIN_PASSWORD", "short"), "too short");
  }

  private void isRefused(int port, Map<String, String> settings, String why) throws IOException {
    try (var gazetteer = LaunchedGazetteer.start(data, port, settings)) {
      assertThat(gazetteer.awaitEnd()).isEqualTo(1);
      assertThat(gazetteer.terminal()).startsWith("gazetteer: ").contains(why).hasLineCount(1);
      assertThat(data.resolve("servers/postgres")).doesNotExist();
    }
  }
}
