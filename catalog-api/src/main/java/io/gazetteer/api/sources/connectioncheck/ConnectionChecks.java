package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.api.identity.ratelimit.Places;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVaultException;
import io.gazetteer.common.source.SourceAddress;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Checks connections to databases that are about to be registered, and to those that are. Each
 * keeps a thread and a connection for seconds, so few go on at once.
 */
@Component
public final class ConnectionChecks {
  private static final int MOST = 20;
  private static final int MOST_OF_ONE = 4;

  private final Places places = new Places(MOST, MOST_OF_ONE);
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
   * @param caller may know what is wrong in the network as an administrator
   * @throws TooManyChecksException when too many go on
   */
  public ConnectionReport of(SourceAddress address, Secret password, Caller caller) {
    var place = place(caller);
    try (place) {
      return run(null, address, password, NetworkDetail.isFor(caller));
    }
  }

  private Places.Place place(Caller caller) {
    return places.take(caller).orElseThrow(TooManyChecksException::new);
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
   * @param caller may know what is wrong in the network as an administrator
   * @throws TooManyChecksException when too many go on
   */
  public ConnectionReport of(UUID id, Caller caller) {
    var source = dataSources.find(id).orElseThrow(NoSuchDataSourceException::new);
    var place = place(caller);
    try (place;
        var password = secrets.find(id).orElseThrow(NoSuchDataSourceException::new)) {
      return run(id, source.address(), password, NetworkDetail.isFor(caller));
    } catch (SecretVaultException e) {
      throw new SecretUnreadableException();
    }
  }
}
