package io.gazetteer.api.sources.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.Credentials;
import io.gazetteer.api.testing.TestApi;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class KnownDatabasesIT {
  private static final String PATH = "/api/databases";

  private final TestApi api = TestApi.shared();

  @Test
  void tellsViewersWhatIsThereAndHowFreshAndNotWhere() {
    var body = Credentials.any();
    body.put("hostname", "canary-host.example");
    body.put("username", "canary-user");
    var id = UUID.fromString(api.post("/api/db-credentials", body).json().path("id").asString());

    var before = find(id);
    assertThat(before.path("db_name").asString()).isEqualTo(body.get("db_name"));
    assertThat(before.path("state").asString()).isEqualTo("PENDING");
    assertThat(before.path("fresh_at").isNull()).isTrue();

    api.bean(JdbcClient.class)
        .sql(
            """
            update crawl
            set state = 'SUCCEEDED', finished_at = now(), tables_seen = 7, columns_seen = 70
            where data_source_id = ?
            """)
        .param(id)
        .update();
    var after = find(id);
    assertThat(after.path("fresh_at").asString()).isNotEmpty();
    assertThat(after.path("tables").asInt()).isEqualTo(7);
    assertThat(after.path("columns").asInt()).isEqualTo(70);
  }

  /** Walks through all pages, so that their order and their cursors count, too. */
  private JsonNode find(UUID id) {
    var seen = new ArrayList<JsonNode>();
    var next = "";
    do {
      var answer = api.callAs(api.tokenOf("viewer"), "GET", PATH + "?limit=7" + next, null);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).doesNotContain("canary");
      answer.json().path("databases").forEach(seen::add);
      var cursor = answer.json().path("next_cursor");
      next = cursor.isNull() ? "" : "&cursor=" + cursor.asString();
    } while (!next.isEmpty());
    List<JsonNode> found =
        seen.stream().filter(one -> one.path("id").asString().equals(id.toString())).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }
}
