package io.gazetteer.standalone;

import io.gazetteer.standalone.processes.AdminTool;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Adds an administrator to the catalog. */
@Command(name = "create-admin")
final class CreateAdminCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME")
  private String name = "";

  @Override
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    var tool = new AdminTool(Gazetteer.home(), settings);
    return new OnCatalog(settings).run(postgres -> tool.createAdmin(name, postgres));
  }
}
