package io.gazetteer.standalone.processes;

import io.gazetteer.standalone.settings.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Names the two programs that are deployed, and finds them as the build left them. */
enum Application {
  CATALOG_API("catalog-api", "The API"),
  CRAWLER_WORKER("crawler-worker", "The worker");

  private final String module;
  private final String title;

  Application(String module, String title) {
    this.module = module;
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Returns the name of its Maven module, which its log has, too. */
  String module() {
    return module;
  }

  /**
   * Returns the very jar that runs on its own in production.
   *
   * @throws CannotStartException when it was not built
   */
  Path jar(Path home) {
    var folder = home.resolve(module).resolve("target");
    try (var jars = Files.newDirectoryStream(folder, module + "-*-app.jar")) {
      var newest = Comparator.comparingLong((Path jar) -> jar.toFile().lastModified());
      Path found = null;
      for (var jar : jars) {
        found = found == null || newest.compare(jar, found) > 0 ? jar : found;
      }
      if (found != null) {
        return found;
      }
    } catch (IOException e) {
      // No such folder: said below.
    }
    throw new CannotStartException(
        "The jar of " + module + " is missing in " + folder + ": build with mvn package.");
  }
}
