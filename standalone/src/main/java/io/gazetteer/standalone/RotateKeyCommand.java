package io.gazetteer.standalone;

import io.gazetteer.standalone.processes.AdminTool;
import io.gazetteer.standalone.settings.Settings;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Encrypts all stored secrets with a new key, whether an instance runs or not. */
@Command(name = "rotate-key")
final class RotateKeyCommand implements Callable<Integer> {
  @Option(names = "--add")
  private boolean add;

  @Option(names = "--drop-old")
  private boolean dropOld;

  @Override
  public Integer call() throws IOException {
    var settings = Settings.read(System.getenv(), Gazetteer.home());
    var tool = new AdminTool(Gazetteer.home(), settings);
    var keyset = settings.applications().keysetFile();
    return new OnCatalog(settings).run(postgres -> tool.rotateKey(keyset, postgres, options()));
  }

  private List<String> options() {
    if (add && dropOld) {
      return List.of("--add", "--drop-old");
    }
    return add ? List.of("--add") : dropOld ? List.of("--drop-old") : List.of();
  }
}
