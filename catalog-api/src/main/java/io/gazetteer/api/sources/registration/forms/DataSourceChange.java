package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.TlsSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What someone changes about a registered data source, checked; null is left as it is.
 *
 * @param tls as it is to be, changed or not
 */
public record DataSourceChange(
    @Nullable String hostname,
    @Nullable Integer port,
    @Nullable String dbName,
    @Nullable String username,
    @Nullable Secret password,
    TlsSettings tls,
    CrawlOptionsChange options) {

  public DataSource applyTo(DataSource source) {
    return new DataSource(
        source.id(),
        source.kind(),
        Objects.requireNonNullElse(hostname, source.hostname()),
        Objects.requireNonNullElse(port, source.port()),
        Objects.requireNonNullElse(dbName, source.dbName()),
        Objects.requireNonNullElse(username, source.username()),
        source.epoch(),
        tls,
        options.applyTo(source.options()),
        source.nextCrawlAt(),
        source.createdAt(),
        source.updatedAt());
  }
}
