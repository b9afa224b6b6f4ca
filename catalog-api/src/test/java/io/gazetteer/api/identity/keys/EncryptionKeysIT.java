package io.gazetteer.api.identity.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.RegisteredDataSources;
import io.gazetteer.api.testing.TestApi;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.secrets.KeyRotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class EncryptionKeysIT {
  private static final String PATH = "/api/encryption-keys/";

  private final TestApi api = TestApi.shared();
  private final JdbcClient jdbc = api.bean(JdbcClient.class);

  @Test
  void encryptsEverythingAgainAndDropsTheOldKeyWhenNothingNeedsIt() {
    var source = new RegisteredDataSources(api).register("rotated-" + UUID.randomUUID());
    var before = secretOf(source);
    var old = primary().path("id").asString();

    var rotated = api.post(PATH, null);

    assertThat(rotated.status()).as("%s", rotated).isEqualTo(202);
    var primary = primary().path("id").asString();
    assertThat(primary).isNotEqualTo(old);
    await().until(() -> key(old).path("can_be_dropped").asBoolean());
    assertThat(key(old).path("state").asString()).isEqualTo("old");
    assertThat(key(primary).path("rows").asLong()).isGreaterThan(2);
    assertThat(secretOf(source)).isNotEqualTo(before);
    assertThat(refusal(primary)).isEqualTo("409 key_in_use");
    assertThat(refusal("none")).isEqualTo("404 not_found");

    assertThat(api.call("DELETE", PATH + old, null).status()).isEqualTo(204);

    assertThat(refusal(old)).isEqualTo("404 not_found");
    try (var password = api.bean(DataSourceSecrets.class).find(source).orElseThrow()) {
      assertThat(password.reveal()).isEqualTo(Credentials.PASSWORD);
    }
    isAudited("encryption_key_rotated", primary);
    isAudited("encryption_key_dropped", old);
    nothingIsStoredThatTheDroppedKeyEncrypted(source, before);
  }

  private void nothingIsStoredThatTheDroppedKeyEncrypted(UUID source, byte[] before) {
    assertThatThrownBy(() -> store(source, before))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("a key that has been dropped");
  }

  @Test
  void doesNotDropAKeyThatARowNeeds() {
    var source = new RegisteredDataSources(api).register("left-behind-" + UUID.randomUUID());
    var old = primary().path("id").asString();
    var left = secretOf(source);
    api.post(PATH, null);
    await().until(() -> key(old).path("can_be_dropped").asBoolean());
    store(source, left);

    assertThat(key(old).path("rows").asLong()).isEqualTo(1);
    assertThat(refusal(old)).isEqualTo("409 key_in_use");

    api.post(PATH, null);
    await().until(() -> key(old).path("can_be_dropped").asBoolean());
    assertThat(api.call("DELETE", PATH + old, null).status()).isEqualTo(204);
  }

  @Test
  void usesAKeyThatWasDistributedFirst() {
    var old = primary().path("id").asString();
    var added = new ArrayList<String>();
    api.bean(KeyRotation.class).add(added::add);
    assertThat(primary().path("id").asString()).isEqualTo(old);
    assertThat(key(added.getFirst()).path("state").asString()).isEqualTo("new");

    api.post(PATH, null);

    assertThat(primary().path("id").asString()).isEqualTo(added.getFirst());
    await().until(() -> key(old).path("can_be_dropped").asBoolean());
  }

  @Test
  void saysWhyAKeysetCannotBeUsed() throws Exception {
    var file = Path.of(String.valueOf(TestApi.settings().get("gazetteer.keyset-file")));
    var before = primary();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try {
      var refused = api.post(PATH, null);
      assertThat(refused.status() + " " + refused.code()).isEqualTo("409 keyset_unusable");
      assertThat(refused.json().path("detail").asString()).contains("run chmod 600 on it");
    } finally {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
    assertThat(primary().path("id")).isEqualTo(before.path("id"));
  }

  @Test
  void showsNothingOfTheKeys() throws Exception {
    var file = Path.of(String.valueOf(TestApi.settings().get("gazetteer.keyset-file")));
    var shown = api.get(PATH).text();
    for (var part : Files.readString(file).split("[^A-Za-z0-9+/=]+", -1)) {
      if (part.length() > 20) {
        assertThat(shown).doesNotContain(part);
      }
    }
  }

  private String refusal(String id) {
    var answer = api.call("DELETE", PATH + id, null);
    return answer.status() + " " + answer.code();
  }

  private JsonNode primary() {
    return keys().stream()
        .filter(key -> key.path("state").asString().equals("primary"))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode key(String id) {
    return keys().stream()
        .filter(key -> key.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> keys() {
    return api.get(PATH).json().path("keys").valueStream().toList();
  }

  private byte[] secretOf(UUID source) {
    return jdbc.sql("select secret from data_source where id = :id")
        .param("id", source)
        .query(byte[].class)
        .single();
  }

  private void store(UUID source, byte[] secret) {
    jdbc.sql("update data_source set secret = :secret where id = :id")
        .param("secret", secret)
        .param("id", source)
        .update();
  }

  private void isAudited(String action, String key) {
    var events = api.get("/api/audit?limit=10&action=" + action).json().path("events");
    assertThat(events.valueStream().map(event -> event.path("target").asString())).contains(key);
  }
}
