package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.progress.CrawlReader;
import io.gazetteer.api.sources.registration.RegisteredSource.Progress;
import io.gazetteer.api.sources.schedule.Backoffs;
import io.gazetteer.common.catalog.DataSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows data sources with their crawls; the queries are as many for a page as for one. */
@Component
final class DataSourceViews {
  private final CrawlReader crawls;
  private final Backoffs backoffs;

  DataSourceViews(CrawlReader crawls, Backoffs backoffs) {
    this.crawls = crawls;
    this.backoffs = backoffs;
  }

  List<RegisteredSource> of(List<DataSource> sources) {
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
              return RegisteredSource.of(
                  source, new Progress(next, backoff, newest.get(id), ended.get(id)));
            })
        .toList();
  }
}
