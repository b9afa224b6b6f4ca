package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.progress.CrawlReader;
import io.gazetteer.api.sources.registration.DataSourceView.Progress;
import io.gazetteer.api.sources.schedule.Backoffs;
import io.gazetteer.common.catalog.DataSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows data sources with their crawls; the queries are as many for a page as for one. */
@Component
public final class DataSourceViews {
  private final DataSourceRows rows;
  private final CrawlReader crawls;
  private final Backoffs backoffs;

  DataSourceViews(DataSourceRows rows, CrawlReader crawls, Backoffs backoffs) {
    this.rows = rows;
    this.crawls = crawls;
    this.backoffs = backoffs;
  }

  /** Lists data sources in the order of their registration, from after this place. */
  List<DataSource> page(RegistrationCursor after, int limit) {
    return rows.page(after, limit);
  }

  /** Shows these data sources, in this order. */
  public List<DataSourceView> of(List<DataSource> sources) {
    var ids = sources.stream().map(DataSource::id).toList();
    var newest = crawls.newestOf(ids);
    var ended = crawls.newestEndedOf(ids);
    var failing = backoffs.of(sources);
    return sources.stream()
        .map(
            source -> {
              var id = source.id();
              var backoff = failing.get(id);
              var next = backoffs.nextCrawlAt(source, backoff).orElse(null);
              return DataSourceView.of(
                  source, new Progress(next, backoff, newest.get(id), ended.get(id)));
            })
        .toList();
  }
}
