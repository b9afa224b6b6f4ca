package io.gazetteer.api.registration;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.secrets.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What someone changes about a registered data source, checked; null is left as it is. */
record Change(
    @Nullable String hostname,
    @Nullable Integer port,
    @Nullable String dbName,
    @Nullable String username,
    @Nullable Secret password,
    CrawlOptionsChange options) {

  DataSource applyTo(DataSource source) {
    return new DataSource(
        source.id(),
        source.kind(),
        Objects.requireNonNullElse(hostname, source.hostname()),
        Objects.requireNonNullElse(port, source.port()),
        Objects.requireNonNullElse(dbName, source.dbName()),
        Objects.requireNonNullElse(username, source.username()),
        source.epoch(),
        options.applyTo(source.options()),
        source.nextCrawlAt(),
        source.createdAt(),
        source.updatedAt());
  }
}
