package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.api.sources.schedule.StaleDataSources;
import io.gazetteer.api.sources.schedule.StaleDataSources.Stale;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells of each data source once that it has become stale, until a crawl has read it again. */
@Component
class StaleSourceCheck {
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final WebhookOutbox outbox;
  private final StaleDataSources sources;

  StaleSourceCheck(
      JdbcClient jdbc,
      TransactionTemplate transaction,
      WebhookOutbox outbox,
      StaleDataSources sources) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.outbox = outbox;
    this.sources = sources;
  }

  void run() {
    if (outbox.isWanted(WebhookEvent.STALE)) {
      sources.find().forEach(stale -> transaction.executeWithoutResult(status -> tell(stale)));
    }
  }

  private void tell(Stale stale) {
    int isNew =
        jdbc.sql(
                """
                insert into told_stale (data_source_id, fresh_at)
                select id, :freshAt from data_source where id = :id
                on conflict (data_source_id) do update set fresh_at = excluded.fresh_at
                where told_stale.fresh_at <> excluded.fresh_at
                """)
            .param("id", stale.dataSourceId())
            .param("freshAt", stale.since().atOffset(ZoneOffset.UTC))
            .update();
    if (isNew > 0) {
      outbox.addStale(stale.dataSourceId());
    }
  }
}
