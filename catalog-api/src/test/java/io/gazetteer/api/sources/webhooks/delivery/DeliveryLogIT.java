package io.gazetteer.api.sources.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.api.testing.TestApi;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DeliveryLogIT {
  private static final TestApi API = TestApi.shared();

  private final JdbcClient jdbc = API.bean(JdbcClient.class);

  @Test
  void keepsWhatWaitsAndTheNewestOfTheRest() {
    var made = API.post("/api/webhooks", Map.of("url", "https://hooks.example/log"));
    var id = UUID.fromString(made.json().path("id").asString());
    API.call("PATCH", "/api/webhooks/" + id, Map.of("paused", true));
    try {
      insert(id, "DELIVERED", 5, 8);
      insert(id, "WAITING", 3, 8);
      insert(id, "FAILED", 4, 0);
      insert(id, "DELIVERED", 1_000, 6);

      API.bean(DeliveryLog.class).forgetOld();

      assertThat(count(id, "WAITING")).isEqualTo(3);
      assertThat(count(id, "FAILED")).isZero();
      assertThat(count(id, "DELIVERED")).isEqualTo(1_000);
    } finally {
      API.call("DELETE", "/api/webhooks/" + id, null);
    }
    assertThat(count(id, "DELIVERED")).isZero();
  }

  private void insert(UUID webhook, String state, int count, int daysAgo) {
    jdbc.sql(
            """
            insert into webhook_delivery (webhook_id, message_id, event, state, body, created_at)
            select :webhook, gen_random_uuid(), 'CHANGES', :state,
              case when :state = 'WAITING' then '{}' end, now() - :days * interval '1 day'
            from generate_series(1, :count)
            """)
        .param("webhook", webhook)
        .param("state", state)
        .param("count", count)
        .param("days", daysAgo)
        .update();
  }

  private int count(UUID webhook, String state) {
    return jdbc.sql(
            "select count(*) from webhook_delivery where webhook_id = :webhook and state = :state")
        .param("webhook", webhook)
        .param("state", state)
        .query(Integer.class)
        .single();
  }
}
