package io.gazetteer.standalone;

import io.gazetteer.standalone.checks.Checks;
import io.gazetteer.standalone.checks.InstanceLock;
import io.gazetteer.standalone.client.CatalogApi;
import io.gazetteer.standalone.processes.LastResort;
import io.gazetteer.standalone.processes.Orphaned;
import io.gazetteer.standalone.processes.Ports;
import io.gazetteer.standalone.processes.Progress;
import io.gazetteer.standalone.processes.Supervisor;
import io.gazetteer.standalone.samples.Samples;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts everything and stays in the foreground until a signal ends it. */
@Command(name = "start")
final class StartCommand implements Callable<Integer> {
  private static final int ENDED_BY_SIGNAL = 143;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(25);

  @Option(names = "--no-samples")
  private boolean withoutSamples;

  private final Progress progress = new Progress(System.out);

  @Override
  @SuppressWarnings("try") // The lock is held, not used.
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    settings.data().create();
    try (var lock = InstanceLock.take(settings.data())) {
      for (var name : Orphaned.end(settings.data())) {
        progress.say("Ended " + name + ", left over from a start that was killed");
      }
      Checks.run(settings, Supervisor.neededMemoryMb(settings));
      var admin = new FirstAdmin(settings.data());
      return run(settings, admin, admin.password(settings.adminPassword()));
    }
  }

  private int run(Settings settings, FirstAdmin admin, AdminPassword password) throws IOException {
    var ports = new Ports();
    var supervisor = new Supervisor(settings, Gazetteer.home(), ports, progress);
    var samples = new Samples(settings.data(), ports, progress);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, samples)));
    try (var api = new CatalogApi(settings.url())) {
      supervisor.start(password.value(), password.linkCode(), api);
      var confirmed = admin.confirm(password, api);
      if (!withoutSamples) {
        start(samples, confirmed, api);
      }
      System.out.print(new Banner(settings.url(), confirmed.password()));
      System.out.flush();
      admin.wasShown();
      supervisor.awaitFailure();
      return 0;
    } catch (CannotStartException e) {
      if (supervisor.isStopping()) {
        return ENDED_BY_SIGNAL;
      }
      throw e;
    }
  }

  private void start(Samples samples, FirstAdmin.Confirmed admin, CatalogApi api)
      throws IOException {
    samples.start();
    if (admin.token().isPresent()) {
      samples.register(api, admin.token().get());
    } else if (!samples.areRegistered()) {
      progress.say(
          "The samples are not registered: start once more with GAZETTEER_ADMIN_PASSWORD set to"
              + " admin's password");
    }
  }

  private static void stop(Supervisor supervisor, Samples samples) {
    System.out.println("Stopping");
    LastResort.afterwards(STOP_LIMIT);
    supervisor.stopApplications();
    try (var threads = Executors.newCachedThreadPool()) {
      threads.execute(samples::stop);
      threads.execute(supervisor::stopServers);
    }
  }
}
