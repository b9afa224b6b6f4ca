package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.client.CatalogApi;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.PostgresAddress;
import io.gazetteer.standalone.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Starts everything: servers first, then the applications; it stops them the other way round.
 * Thread safe, so that a signal can stop it in the middle of a start.
 */
public final class Supervisor {
  private final Settings settings;
  private final Ports ports;
  private final RunState runState;
  private final Keepers serverKeepers;
  private final Keepers applicationKeepers;
  private final Servers servers;
  private final Applications applications;
  private final Progress progress;
  private volatile boolean stopping;

  public Supervisor(Settings settings, Path home, Ports ports, Progress progress) {
    this.settings = settings;
    this.ports = ports;
    this.progress = progress;
    runState = new RunState(settings.data());
    serverKeepers = new Keepers(progress);
    applicationKeepers = new Keepers(progress);
    servers = new Servers(settings.data(), ports, serverKeepers, progress);
    applications = new Applications(settings.data(), home, applicationKeepers);
  }

  /** Returns the memory that all processes to be started take, in MB. */
  public static int neededMemoryMb(Settings settings) {
    return Applications.MEMORY_MB + Servers.memoryMb(settings.external());
  }

  /**
   * Starts everything; returns when the API is ready to serve.
   *
   * @param adminPassword of the first administrator, whom the API makes when there is no user. It
   *     is told by a file that is gone afterwards: an environment stays for a process's life
   * @throws CannotStartException when something does not start
   */
  public void start(Optional<String> adminPassword, Optional<String> linkCode, CatalogApi api) {
    var addresses = servers.start(settings.external());
    runState.write(addresses.postgres());
    var environments = new ApplicationEnvironments(settings, addresses, ports);
    try (var secret = new PassingSecret(settings.data().run().resolve("admin-password"))) {
      var file =
          adminPassword.map(
              password -> secret.write(password + linkCode.map(code -> "\n" + code).orElse("")));
      progress.awaits("The API");
      var running = applications.start(Application.CATALOG_API, environments.ofApi(file));
      applications.start(Application.CRAWLER_WORKER, environments.ofWorker());
      applications.await(Application.CATALOG_API, running, api::isReady);
    }
    progress.isReady("The API");
  }

  /** Starts the catalog store alone, for a command that needs no more. */
  public PostgresAddress startPostgres() {
    return servers.startPostgres();
  }

  /**
   * Waits for as long as all goes well.
   *
   * @throws CannotStartException when something died too often to go on
   */
  public void awaitFailure() {
    try {
      CompletableFuture.anyOf(serverKeepers.givenUp(), applicationKeepers.givenUp()).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof CannotStartException cause ? cause : e;
    }
  }

  public boolean isStopping() {
    return stopping;
  }

  /** Ends the API and the worker, which finish what they are doing; returns when they are gone. */
  public void stopApplications() {
    stopping = true;
    applicationKeepers.stop();
  }

  /** Ends the servers; nobody may use them any more. */
  public void stopServers() {
    stopping = true;
    serverKeepers.stop();
    runState.delete();
  }
}
