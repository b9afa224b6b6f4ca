package io.gazetteer.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlatformTest {
  @Test
  void knowsWhatJavaSaysOfEach() {
    assertThat(Platform.of("Linux", "amd64")).contains(Platform.LINUX_X86_64);
    assertThat(Platform.of("Linux", "aarch64")).contains(Platform.LINUX_ARM64);
    assertThat(Platform.of("Mac OS X", "x86_64")).contains(Platform.MACOS_X86_64);
    assertThat(Platform.of("Mac OS X", "aarch64")).contains(Platform.MACOS_ARM64);
    assertThat(Platform.of("Linux", "riscv64")).isEmpty();
    assertThat(Platform.of("FreeBSD", "amd64")).isEmpty();
    assertThat(Platform.of("Windows 11", "amd64")).isEmpty();
  }

  @Test
  void hasItsBinariesOnTheClassPath() {
    assertThat(PlatformTest.class.getResource(Platform.here().postgres())).isNotNull();
  }

  /** A name that the build does not fetch is found by nobody. */
  @Test
  void isFetchedByAProfile() throws IOException {
    var pom = Files.readString(Path.of("../pom.xml"));
    assertThat(pom)
        .contains(
            "<postgres-binaries.platform>linux-amd64</",
            "<postgres-binaries.platform>linux-arm64v8</",
            "<postgres-binaries.platform>darwin-amd64</",
            "<postgres-binaries.platform>darwin-arm64v8</");
  }
}
