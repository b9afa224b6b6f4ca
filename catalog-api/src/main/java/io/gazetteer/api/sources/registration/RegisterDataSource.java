package io.gazetteer.api.sources.registration;

import io.gazetteer.api.identity.access.Caller;
import io.gazetteer.api.identity.users.AccountChangedException;
import io.gazetteer.api.sources.connectioncheck.ConnectionChecks;
import io.gazetteer.api.sources.connectioncheck.ConnectionReport;
import io.gazetteer.api.sources.connectioncheck.ServerReport;
import io.gazetteer.api.sources.connectioncheck.TargetCheck;
import io.gazetteer.api.sources.registration.forms.NewDataSource;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Registers a data source when it may be reached; its name is looked up in no transaction. */
@Component
public final class RegisterDataSource {
  private final TargetCheck targets;
  private final ConnectionChecks connections;
  private final DataSourceRegistry registry;

  RegisterDataSource(
      TargetCheck targets, ConnectionChecks connections, DataSourceRegistry registry) {
    this.targets = targets;
    this.connections = connections;
    this.registry = registry;
  }

  /**
   * Registers a data source whether it works or not; returns the new id.
   *
   * @throws AlreadyRegisteredException when another one has the address
   * @throws AccountChangedException when the caller is no editor any more
   */
  public UUID register(NewDataSource source) {
    targets.check(source.hostname(), source.port());
    return store(source);
  }

  /**
   * Tries a data source, and stores nothing.
   *
   * @param caller may know what is wrong in the network as an administrator
   * @throws io.gazetteer.api.sources.connectioncheck.TooManyChecksException when too many go on
   */
  public ConnectionReport test(NewDataSource source, Caller caller) {
    try (var password = source.password()) {
      return connections.of(source.address(), password, caller);
    }
  }

  /**
   * Lists the databases of a server, and stores nothing.
   *
   * @param server its database name is of the one to log in to
   * @param caller may know what is wrong in the network as an administrator
   * @throws io.gazetteer.api.sources.connectioncheck.TooManyChecksException when too many go on
   */
  public ServerReport databases(NewDataSource server, Caller caller) {
    try (var password = server.password()) {
      return connections.databases(server.address(), password, caller);
    }
  }

  /**
   * Registers a data source if it works; returns the new id.
   *
   * @param caller may know what is wrong in the network as an administrator
   * @throws ConnectionFailedException when it does not work
   * @throws io.gazetteer.api.sources.connectioncheck.TooManyChecksException when too many go on
   * @throws AlreadyRegisteredException when another one has the address, or leads to the same
   *     database
   * @throws AccountChangedException when the caller is no editor any more
   */
  public UUID registerTested(NewDataSource source, Caller caller) {
    // The test looks the host up itself; one that takes longer for a name must not tell of it.
    var report = connections.of(source.address(), source.password(), caller);
    if (!report.ok()) {
      source.password().close();
      throw new ConnectionFailedException(report);
    }
    if (report.otherRegistration().isPresent()) {
      source.password().close();
      throw AlreadyRegisteredException.asNew(report.otherRegistration());
    }
    return store(source);
  }

  private UUID store(NewDataSource source) {
    try {
      StillEditor.require();
    } catch (AccountChangedException e) {
      source.password().close();
      throw e;
    }
    return registry.register(source);
  }
}
