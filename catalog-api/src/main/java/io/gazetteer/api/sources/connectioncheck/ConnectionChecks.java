package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVaultException;
import io.gazetteer.common.source.SourceAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks connections to databases that are about to be registered, and to those that are. */
@Component
public final class ConnectionChecks {
  private final ConnectionCheck check;
  private final DataSources dataSources;
  private final DataSourceSecrets secrets;
  private final ConnectionJournal journal;

  ConnectionChecks(
      ConnectionCheck check,
      DataSources dataSources,
      DataSourceSecrets secrets,
      ConnectionJournal journal) {
    this.check = check;
    this.dataSources = dataSources;
    this.secrets = secrets;
    this.journal = journal;
  }

  /**
   * Checks a connection with a password, which stays open for the registration that may follow.
   *
   * @param detailed whether the caller may know what is wrong in the network
   */
  public ConnectionReport of(SourceAddress address, Secret password, boolean detailed) {
    return run(null, address, password, detailed);
  }

  private ConnectionReport run(
      @Nullable UUID id, SourceAddress address, Secret password, boolean detailed) {
    try {
      return check.run(address, password, detailed, report -> journal.tested(id, address, report));
    } catch (TargetForbiddenException e) {
      journal.forbidden(id, address);
      throw e;
    }
  }

  /**
   * Checks a connection with the stored password of a data source.
   *
   * @param detailed whether the caller may know what is wrong in the network
   */
  public ConnectionReport of(UUID id, boolean detailed) {
    var source = dataSources.find(id).orElseThrow(NoSuchDataSourceException::new);
    try (var password = secrets.find(id).orElseThrow(NoSuchDataSourceException::new)) {
      return run(id, source.address(), password, detailed);
    } catch (SecretVaultException e) {
      throw new SecretUnreadableException();
    }
  }
}
