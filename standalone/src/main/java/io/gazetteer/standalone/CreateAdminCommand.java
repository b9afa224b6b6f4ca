package io.gazetteer.standalone;

import io.gazetteer.standalone.checks.InstanceLock;
import io.gazetteer.standalone.processes.AdminTool;
import io.gazetteer.standalone.processes.Orphaned;
import io.gazetteer.standalone.processes.Ports;
import io.gazetteer.standalone.processes.Progress;
import io.gazetteer.standalone.processes.RunState;
import io.gazetteer.standalone.processes.Supervisor;
import io.gazetteer.standalone.settings.CannotStartException;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Adds an administrator to the running instance's catalog, or, when none runs, starts PostgreSQL
 * for as long as that takes.
 */
@Command(name = "create-admin")
final class CreateAdminCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    var tool = new AdminTool(Gazetteer.home(), settings.data());
    settings.data().create();
    var external = settings.external().postgres();
    if (external.isPresent()) {
      return tool.createAdmin(name, external.get());
    }
    try (var lock = InstanceLock.tryTake(settings.data())) {
      return lock == null ? whileRunning(tool, settings) : whileStopped(tool, settings);
    }
  }

  private int whileRunning(AdminTool tool, Settings settings) {
    var postgres = new RunState(settings.data()).read();
    if (postgres.isEmpty()) {
      throw new CannotStartException("Gazetteer is still starting: try again when it is ready.");
    }
    return tool.createAdmin(name, postgres.get());
  }

  private int whileStopped(AdminTool tool, Settings settings) {
    Orphaned.end(settings.data());
    var supervisor =
        new Supervisor(settings, Gazetteer.home(), new Ports(), new Progress(System.err));
    Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stopServers));
    return tool.createAdmin(name, supervisor.startPostgres());
  }
}
