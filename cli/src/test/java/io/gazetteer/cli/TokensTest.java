package io.gazetteer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final URI ONE = URI.create("http://127.0.0.1:8080");

  @TempDir Path folder;

  @Test
  void keepsATokenForEachServerThatOnlyTheUserReads() throws IOException {
    var tokens = new Tokens(Map.of("XDG_CONFIG_HOME", folder.toString()));

    var file = tokens.keep(ONE, "first");
    tokens.keep(ONE, "second");

    assertThat(tokens.find(ONE)).contains("second");
    assertThat(tokens.find(URI.create("http://127.0.0.1:8081"))).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(tokens.forget(ONE)).isTrue();
    assertThat(tokens.find(ONE)).isEmpty();
  }

  @Test
  void goesByTheEnvironmentFirst() {
    var environment = Map.of("XDG_CONFIG_HOME", folder.toString(), "GAZETTEER_TOKEN", "given");
    new Tokens(environment).keep(ONE, "kept");

    assertThat(new Tokens(environment).find(ONE)).contains("given");
  }
}
