package io.gazetteer.api.sources.registration;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.TlsSettings;

/** What someone registers, checked. */
public record NewDataSource(
    DatabaseKind kind,
    String hostname,
    int port,
    String dbName,
    String username,
    Secret password,
    TlsSettings tls,
    CrawlOptions options) {}
