package io.gazetteer.api.sources.registration.forms;

import io.gazetteer.common.catalog.CrawlOptions;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.source.DatabaseKind;
import io.gazetteer.common.source.SourceAddress;
import io.gazetteer.common.source.TlsSettings;

/** A data source that someone registers, checked field by field. */
public record NewDataSource(
    DatabaseKind kind,
    String hostname,
    int port,
    String dbName,
    String username,
    Secret password,
    TlsSettings tls,
    CrawlOptions options) {

  /** Returns where it is and who we are there. */
  public SourceAddress address() {
    return new SourceAddress(kind, hostname, port, dbName, username, tls);
  }
}
