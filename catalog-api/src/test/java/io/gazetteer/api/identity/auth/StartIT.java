package io.gazetteer.api.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gazetteer.api.Commands;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.secrets.KeysetFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class StartIT {
  private static final String PASSES = "gazetteer.login.hash-passes";

  private final TestApi api = TestApi.shared();

  @Test
  void refusesToStartWithAnotherKeyset(@TempDir Path folder) {
    var other = folder.resolve("other.json");
    new KeysetFile(other).openOrCreate();
    isRefused(other, "The keyset does not fit this catalog");
  }

  @Test
  void makesNoNewKeysetInPlaceOfALostOne(@TempDir Path folder) {
    var lost = folder.resolve("lost.json");
    isRefused(lost, "The keyset file " + lost + " is missing");
    assertThat(lost).doesNotExist();
  }

  private static void isRefused(Path keyset, String sentence) {
    var settings = TestApi.settings();
    settings.put("gazetteer.keyset-file", keyset);
    assertThatThrownBy(() -> TestApi.start(settings)).hasStackTraceContaining(sentence);
  }

  @Test
  void addsAnAdministratorByCommand() {
    var name = "second.admin";
    assertThat(createAdmin(name, "short")).isEqualTo(1);
    assertThat(createAdmin(name, "Password1234!")).isEqualTo(1);
    assertThat(createAdmin("no name", "long-enough-password")).isEqualTo(1);
    assertThat(createAdmin(name, "long-enough-password")).isZero();
    assertThat(createAdmin(name, "long-enough-password")).isEqualTo(1);

    var body = Map.of("username", name, "password", "long-enough-password");
    assertThat(
            api.send("POST", "/api/auth/login", body, Map.of("Content-Type", "application/json"))
                .status())
        .isEqualTo(200);
  }

  @Test
  void hashesThePasswordOfACommandLikeTheApi() {
    var name = "third.admin";
    System.setProperty(PASSES, "1");
    try {
      assertThat(createAdmin(name, "long-enough-password")).isEqualTo(1);
      System.setProperty(PASSES, "4");
      assertThat(createAdmin(name, "long-enough-password")).isZero();
    } finally {
      System.clearProperty(PASSES);
    }

    assertThat(
            api.bean(JdbcClient.class)
                .sql("select password_hash from app_user where username = :name")
                .param("name", name)
                .query(String.class)
                .single())
        .contains(",t=4,");
  }

  private static int createAdmin(String name, String password) {
    var settings = TestApi.settings();
    var stdin = System.in;
    System.setIn(new ByteArrayInputStream((password + "\n").getBytes(StandardCharsets.UTF_8)));
    for (String key : List.of("url", "username", "password")) {
      System.setProperty(
          "spring.datasource." + key, String.valueOf(settings.get("spring.datasource." + key)));
    }
    try {
      return Commands.run("create-admin", name);
    } finally {
      System.setIn(stdin);
      for (String key : List.of("url", "username", "password")) {
        System.clearProperty("spring.datasource." + key);
      }
    }
  }
}
