package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.sources.registration.DataSourceRegistry;
import io.gazetteer.api.sources.registration.NewDataSource;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.secrets.SecretVaultException;
import io.gazetteer.common.source.SourceAddress;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tests of what is about to be registered and of what is. */
@Component
public final class ConnectionChecks {
  private final ConnectionCheck check;
  private final DataSources dataSources;
  private final DataSourceSecrets secrets;

  ConnectionChecks(ConnectionCheck check, DataSources dataSources, DataSourceSecrets secrets) {
    this.check = check;
    this.dataSources = dataSources;
    this.secrets = secrets;
  }

  /** The password stays as it is, for the registration that may follow. */
  public TestReport of(NewDataSource registration, boolean detailed) {
    var address =
        new SourceAddress(
            registration.kind(),
            registration.hostname(),
            registration.port(),
            registration.dbName(),
            registration.username(),
            registration.tls());
    return check.run(address, registration.password(), detailed);
  }

  public TestReport of(UUID id, boolean detailed) {
    var source = dataSources.find(id).orElseThrow(DataSourceRegistry::notFound);
    try (var password = secrets.find(id).orElseThrow(DataSourceRegistry::notFound)) {
      return check.run(address(source), password, detailed);
    } catch (SecretVaultException e) {
      throw new Problem(
          ProblemCode.SECRET_UNREADABLE, "The stored password cannot be decrypted; send it again");
    }
  }

  private static SourceAddress address(DataSource source) {
    return new SourceAddress(
        source.kind(),
        source.hostname(),
        source.port(),
        source.dbName(),
        source.username(),
        source.tls());
  }
}
