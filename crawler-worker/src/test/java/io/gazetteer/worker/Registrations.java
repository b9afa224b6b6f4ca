package io.gazetteer.worker;

import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.events.CrawlRequested;
import io.gazetteer.common.events.EventPublisher;
import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.servers.DatabaseServer;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers data sources and requests crawls as the API does. */
final class Registrations {
  private final JdbcClient jdbc;
  private final DataSourceSecrets secrets;
  private final EventPublisher events;

  Registrations(ApplicationContext worker) {
    jdbc = worker.getBean(JdbcClient.class);
    secrets = worker.getBean(DataSourceSecrets.class);
    events = worker.getBean(EventPublisher.class);
  }

  UUID register(DatabaseKind kind, DatabaseServer server, String database) {
    return register(kind, server.port(), database, server.username(), server.password());
  }

  UUID register(DatabaseKind kind, int port, String database, String user, String password) {
    var id = UUID.randomUUID();
    jdbc.sql(
            """
            insert into data_source (id, kind, hostname, port, db_name, username, secret)
            values (?, ?, '127.0.0.1', ?, ?, ?, ?)
            """)
        .params(id, kind.name(), port, database, user, secrets.encrypt(id, Secret.of(password)))
        .update();
    return id;
  }

  /** Starts a crawl; with or without the event that should wake a worker. */
  CrawlRef crawl(UUID dataSource, boolean withEvent) {
    var id = UUID.randomUUID();
    long epoch =
        jdbc.sql("update data_source set epoch = epoch + 1 where id = ? returning epoch")
            .param(dataSource)
            .query(Long.class)
            .single();
    jdbc.sql("insert into crawl (id, data_source_id, epoch, state) values (?, ?, ?, 'PENDING')")
        .params(id, dataSource, epoch)
        .update();
    if (withEvent) {
      events.publish(new CrawlRequested(dataSource, id, epoch));
    }
    return new CrawlRef(dataSource, id, epoch);
  }

  /** Lets a HELD crawl remove what it was held for. */
  void confirm(UUID crawl) {
    jdbc.sql(
            """
            update crawl set state = 'FINISHING', finished_at = null, removal_confirmed = true,
                             error_code = null, error_message = null, wake_at = now()
            where id = ?
            """)
        .param(crawl)
        .update();
  }
}
