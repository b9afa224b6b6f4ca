package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.LaunchedGazetteer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process whose keyset cannot be used says why in one sentence, and ends. */
class WrongKeysetIT {
  private static final Map<String, String> PORTS =
      Map.of(
          "GAZETTEER_PORT", "0",
          "GAZETTEER_MANAGEMENT_PORT", "0",
          "GAZETTEER_WORKER_MANAGEMENT_PORT", "0");

  private final Deployment deployment = Deployment.withTwoWorkers();

  @TempDir Path data;

  @Test
  void noProcessStarts() throws Exception {
    var lost = data.resolve("lost.json");
    refuses("catalog-api", Map.of("GAZETTEER_KEYSET", wrong()), "does not fit this catalog");
    refuses("crawler-worker", Map.of("GAZETTEER_KEYSET", wrong()), "does not fit this catalog");
    refuses(
        "crawler-worker", Map.of("GAZETTEER_KEYSET_FILE", lost.toString()), lost + " is missing");
    assertThat(lost).doesNotExist();
  }

  private void refuses(String module, Map<String, String> settings, String why) {
    var all = new HashMap<>(PORTS);
    all.putAll(settings);
    try (var process = deployment.start(module, all)) {
      assertThat(process.awaitExit()).as(module).isEqualTo(1);
      assertThat(process.log()).contains(why).doesNotContain("\tat ");
    }
  }

  @Test
  void norDoesTheStandalone() throws Exception {
    var settings = new HashMap<>(deployment.settings());
    settings.put("GAZETTEER_KEYSET_FILE", ownersOnly("wrong.json", wrong()).toString());
    try (var gazetteer =
        LaunchedGazetteer.start(data, FreePorts.free(), settings, "--no-samples")) {
      assertThat(gazetteer.awaitEnd()).isEqualTo(1);
      assertThat(gazetteer.terminal().lines().filter(line -> line.startsWith("gazetteer: ")))
          .singleElement()
          .asString()
          .contains("does not fit this catalog");
      assertThat(gazetteer.terminal()).doesNotContain("\tat ");
    }
  }

  private Path ownersOnly(String name, String content) throws Exception {
    var file = Files.writeString(data.resolve(name), content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** With the id of a key that is in use, and other bytes. */
  private String wrong() {
    var id = deployment.admin().get("/api/encryption-keys").body().findValue("id").asString();
    var key = new byte[34];
    key[0] = 0x1a;
    key[1] = 32;
    return """
        {"primaryKeyId": %1$s, "key": [{"keyId": %1$s, "status": "ENABLED", "outputPrefixType": "TINK",
          "keyData": {"typeUrl": "type.googleapis.com/google.crypto.tink.AesGcmKey",
            "value": "%2$s", "keyMaterialType": "SYMMETRIC"}}]}
        """
        .formatted(id, Base64.getEncoder().encodeToString(key));
  }
}
