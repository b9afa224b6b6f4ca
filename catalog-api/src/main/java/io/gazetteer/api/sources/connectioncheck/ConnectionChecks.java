package io.gazetteer.api.sources.connectioncheck;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.access.NetworkDetail;
import io.gazetteer.api.identity.ratelimit.Places;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.connectioncheck.ServerReport.FoundDatabase;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.catalog.DataSources;
import io.gazetteer.common.secrets.Secret;
import io.gazetteer.common.secrets.SecretVaultException;
import io.gazetteer.common.source.SourceAddress;
import java.util.HashMap;
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
  private final DataSourceDirectory directory;

  ConnectionChecks(
      ConnectionCheck check,
      DataSources dataSources,
      DataSourceSecrets secrets,
      ConnectionJournal journal,
      DataSourceDirectory directory) {
    this.check = check;
    this.dataSources = dataSources;
    this.secrets = secrets;
    this.journal = journal;
    this.directory = directory;
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

  /**
   * Lists the databases of a server with a password, which stays open for registrations that may
   * follow.
   *
   * @param caller may know what is wrong in the network as an administrator
   * @throws TooManyChecksException when too many go on
   */
  public ServerReport databases(SourceAddress address, Secret password, Caller caller) {
    var place = place(caller);
    try (place) {
      return withIds(
          address,
          check.list(
              address,
              password,
              NetworkDetail.isFor(caller),
              report -> journal.tested(null, address, report)));
    } catch (TargetForbiddenException e) {
      journal.forbidden(null, address);
      throw e;
    }
  }

  private ServerReport withIds(SourceAddress address, ServerReport report) {
    var sources = directory.now();
    var ids = new HashMap<String, UUID>();
    sources
        .matching(
            source ->
                source.dbType().equals(address.kind().displayName())
                    && source.hostname().equals(address.hostname())
                    && source.port() == address.port())
        .forEach(id -> sources.find(id).ifPresent(source -> ids.put(source.dbName(), source.id())));
    return report.with(
        found -> new FoundDatabase(found.dbName(), found.mayConnect(), ids.get(found.dbName())));
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
