package io.gazetteer.standalone.model;

import io.gazetteer.standalone.support.Deployment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What no move of a person or a worker does to the stores: time goes by, events get lost. */
final class ModelStores implements AutoCloseable {
  private final Connection catalog;

  ModelStores(Deployment deployment) throws SQLException {
    catalog = deployment.catalog();
  }

  /** Loses one in twenty of the events that the API would publish. */
  void loseEvents() {
    execute(
        """
        create function lose_event() returns trigger language plpgsql as $$
        begin
          return case when random() < 0.05 then null else new end;
        end $$
        """);
    execute(
        """
        create trigger lose_event before insert on scheduled_tasks for each row
        when (new.task_name = 'outbox') execute function lose_event()
        """);
  }

  /** Lets time pass for crawls that wait for an event which may have been lost. */
  void hurry() {
    execute(
        """
        update crawl set wake_at = now()
        where id in (
            select id from crawl
            where state in ('PENDING', 'FINISHING') and lease_until is null and retry_at is null
              and wake_at between now() + interval '1 second' and now() + interval '9 seconds'
            for update skip locked)
        """);
  }

  /** Makes room for another registration of its database; its documents stay, and nobody reads. */
  void forget(UUID source) {
    execute("delete from data_source where id = '" + source + "'");
  }

  /** Lets the minute pass in which paused workers might still write; returns what was deleted. */
  List<UUID> ageDeleted() {
    return ids(
        """
        update data_source
        set deleted_at = now() - interval '2 minutes', updated_at = now() - interval '1 minute'
        where deleted_at is not null returning id
        """);
  }

  /** Returns how many deleted data sources are not purged yet. */
  int unpurged() {
    return ids("select id from data_source where deleted_at is not null").size();
  }

  private synchronized void execute(String sql) {
    try (var statement = catalog.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private synchronized List<UUID> ids(String sql) {
    var ids = new ArrayList<UUID>();
    try (var statement = catalog.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  @Override
  public void close() throws SQLException {
    catalog.close();
  }
}
