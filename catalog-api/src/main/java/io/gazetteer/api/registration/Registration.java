package io.gazetteer.api.registration;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.model.DatabaseKind;
import io.gazetteer.common.model.TlsSettings;
import io.gazetteer.common.secrets.Secret;

/** What someone registers, checked. */
record Registration(
    DatabaseKind kind,
    String hostname,
    int port,
    String dbName,
    String username,
    Secret password,
    TlsSettings tls,
    CrawlOptions options) {}
