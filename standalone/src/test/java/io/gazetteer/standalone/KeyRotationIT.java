package io.gazetteer.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Deployment;
import io.gazetteer.standalone.support.Targets;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The keys that encrypt secrets are changed while an API and two workers use them. */
class KeyRotationIT {
  private static final int SOURCES = 4;

  private final Deployment deployment = Deployment.withTwoWorkers();
  private final ApiUser admin = deployment.admin();

  @Test
  void noCrawlFailsWhileItRunsAndNoRowIsLeftOnAnOldKey() throws Exception {
    var ids =
        IntStream.range(0, SOURCES)
            .mapToObj(i -> admin.registerAndCrawl(Targets.small("rotated_" + i)))
            .toList();
    var first = primary();

    try (var rotation = deployment.command("rotate-key")) {
      assertThat(crawlsUntil(() -> !rotation.isAlive(), ids)).isGreaterThan(SOURCES);
      assertThat(rotation.awaitExit()).as(rotation.log()).isZero();
      assertThat(rotation.log()).contains("No row needs an old key");
    }
    var second = primary();
    assertThat(keysInUse()).containsExactly(second).doesNotContain(first);

    assertThat(admin.post("/api/encryption-keys", null).status()).isEqualTo(202);
    crawlsUntil(() -> rowsOf("old") == 0, ids);
    var third = primary();
    assertThat(third).isNotIn(first, second);
    assertThat(keysInUse()).containsExactly(third);
    assertThat(keysOf("old")).containsExactly(first, second);

    try (var drop = deployment.command("rotate-key", "--drop-old")) {
      assertThat(drop.awaitExit()).as(drop.log()).isZero();
      assertThat(drop.log()).contains("The old keys were dropped");
    }
    assertThat(keysOf("old")).isEmpty();
    crawlsUntil(() -> true, ids);
    assertThat(admin.logIn("admin", Deployment.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aSecretThatNoKeyDecryptsKeepsTheOldKeyUntilItIsSetAgain() throws Exception {
    var id = admin.registerAndCrawl(Targets.small("moved_from"));
    var moved = Targets.empty("PostgreSQL", TestServers.postgres(), "moved_to");
    var movedId = admin.registerAndCrawl(moved);
    deployment.onCatalog(
        """
        update data_source set secret = (select secret from data_source where id = '%s')
        where id = '%s'
        """
            .formatted(id, movedId));
    assertThat(crawl(movedId).path("error").path("code").asString()).isEqualTo("secret_unreadable");

    var old = primary();
    try (var left = deployment.command("rotate-key")) {
      assertThat(left.awaitExit()).isEqualTo(1);
      assertThat(left.log()).contains("1 rows still need an old key").doesNotContain("\tat ");
    }
    assertThat(admin.delete("/api/encryption-keys/" + old).status()).isEqualTo(409);
    assertThat(keysOf("old")).contains(old);

    var change = Map.of("password", moved.password());
    assertThat(admin.call("PATCH", "/api/db-credentials/" + movedId, change).status())
        .isEqualTo(200);
    assertThat(crawl(movedId).path("state").asString()).isEqualTo("SUCCEEDED");
    assertThat(admin.delete("/api/encryption-keys/" + old).status()).isEqualTo(204);
    assertThat(keysOf("old")).doesNotContain(old);
    assertThat(crawl(id).path("state").asString()).isEqualTo("SUCCEEDED");
  }

  /** Crawls all of these at once, again and again; returns how many crawls that were. */
  private int crawlsUntil(BooleanSupplier end, List<String> ids) {
    int crawls = 0;
    boolean last;
    do {
      last = end.getAsBoolean();
      var started = ids.stream().map(this::start).toList();
      for (var crawl : started) {
        var ended = admin.waitForCrawl(crawl);
        assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("SUCCEEDED");
        crawls++;
      }
    } while (!last);
    return crawls;
  }

  private JsonNode crawl(String id) {
    return admin.waitForCrawl(start(id));
  }

  private String start(String id) {
    return admin.post("/api/db-credentials/" + id + "/crawls", null).body().get("id").asString();
  }

  private String primary() {
    return keysOf("primary").getFirst();
  }

  private List<String> keysOf(String state) {
    var ids = new ArrayList<String>();
    keys().filter(state).forEach(key -> ids.add(key.path("id").asString()));
    return ids;
  }

  private long rowsOf(String state) {
    long rows = 0;
    for (var key : keys().filter(state)) {
      rows += key.path("rows").asLong();
    }
    return rows;
  }

  private record Keys(JsonNode all) {
    List<JsonNode> filter(String state) {
      return all.valueStream().filter(k -> k.path("state").asString().equals(state)).toList();
    }
  }

  private Keys keys() {
    return new Keys(admin.get("/api/encryption-keys").body().path("keys"));
  }

  /** Ids of the keys of every secret in the store, as Tink writes them before each ciphertext. */
  private Set<String> keysInUse() throws SQLException {
    var keys = new HashSet<String>();
    try (var connection = deployment.catalog();
        var statement = connection.createStatement()) {
      for (var table : tablesWithSecrets()) {
        var rows =
            statement.executeQuery("select secret from " + table + " where secret is not null");
        while (rows.next()) {
          keys.add(Integer.toUnsignedString(ByteBuffer.wrap(rows.getBytes(1)).getInt(1)));
        }
      }
    }
    return keys;
  }

  /** Found by name: one that a rotation does not know of would be left on an old key. */
  private List<String> tablesWithSecrets() throws SQLException {
    var tables = new ArrayList<String>();
    try (var connection = deployment.catalog();
        var rows = connection.getMetaData().getColumns(null, "public", "%", "secret")) {
      while (rows.next()) {
        tables.add(rows.getString("TABLE_NAME"));
      }
    }
    assertThat(tables).contains("data_source", "signing_key", "keyset_check");
    return tables;
  }
}
