package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.control.CrawlControl;
import io.gazetteer.api.crawls.outbox.Outbox;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.common.events.DataSourceDeleted;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes a data source at once for every reader; a worker purges its documents. */
@Component
public class DeleteDataSource {
  private final DataSourceRows rows;
  private final CrawlControl crawls;
  private final Outbox outbox;
  private final DataSourceJournal journal;

  DeleteDataSource(
      DataSourceRows rows, CrawlControl crawls, Outbox outbox, DataSourceJournal journal) {
    this.rows = rows;
    this.crawls = crawls;
    this.outbox = outbox;
    this.journal = journal;
  }

  /**
   * Deletes the data source and cancels its crawl, in one transaction with the event.
   *
   * @throws NoSuchDataSourceException when there is none, or not any more
   */
  @Transactional
  public void delete(UUID id) {
    if (!rows.delete(id)) {
      throw new NoSuchDataSourceException();
    }
    journal.deleted(id);
    crawls.cancelOf(id);
    outbox.add(new DataSourceDeleted(id));
  }
}
