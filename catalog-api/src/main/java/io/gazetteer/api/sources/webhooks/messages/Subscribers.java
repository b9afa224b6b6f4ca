package io.gazetteer.api.sources.webhooks.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Knows which webhooks there are, and keeps messages for them. Thread safe. */
@Component
class Subscribers {
  private static final int MOST_WAITING = 10_000;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final JdbcClient jdbc;

  Subscribers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Lists the webhooks that are told of this data source, paused ones, too. */
  List<Mailbox> of(ToldSource source) {
    return jdbc
        .sql(
            """
            select id, events, filter, format,
              :most - (select count(*) from webhook_delivery d
                       where d.webhook_id = w.id and d.state = 'WAITING') as room
            from webhook w order by id for key share of w
            """)
        .param("most", MOST_WAITING)
        .query((row, number) -> new Mailbox(subscriber(row), row.getInt("room"), jdbc))
        .list()
        .stream()
        .filter(box -> box.owner().filter().fits(source))
        .toList();
  }

  private static Subscriber subscriber(ResultSet row) throws SQLException {
    return new Subscriber(
        row.getObject("id", UUID.class),
        Set.of(WebhookEvent.read((Object[]) row.getArray("events").getArray())),
        JSON.readValue(Objects.requireNonNull(row.getString("filter")), WebhookFilter.class),
        MessageFormat.valueOf(row.getString("format")));
  }
}
