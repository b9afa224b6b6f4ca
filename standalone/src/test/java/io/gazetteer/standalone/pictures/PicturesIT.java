package io.gazetteer.standalone.pictures;

import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.FreePorts;
import io.gazetteer.standalone.support.ApiUser;
import io.gazetteer.standalone.support.Folders;
import io.gazetteer.standalone.support.LaunchedGazetteer;
import io.gazetteer.standalone.support.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Makes the pictures of the documents, when it is told where to: {@code -Dpictures=docs/images}.
 * They are of the sample databases, as {@code ./gazetteer start} has them.
 */
@EnabledIfSystemProperty(named = "pictures", matches = ".+")
class PicturesIT {
  private static final String PASSWORD = "Pictures-admin-31";
  private static final int TABLES = 6_000;
  private static final int WARM_UP = 20;

  private final Path folder = Path.of("..").resolve(System.getProperty("pictures", ""));

  @Test
  void makesThePictures() throws IOException {
    Files.createDirectories(folder);
    var data = Folders.make("gazetteer-pictures");
    try (var gazetteer =
        LaunchedGazetteer.start(
                data, FreePorts.free(), Map.of("GAZETTEER_ADMIN_PASSWORD", PASSWORD))
            .awaitBanner()) {
      var admin = new ApiUser(gazetteer.url());
      admin.logIn("admin", PASSWORD);
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> isFound(admin, "SHPMT") && isFound(admin, "publisher"));
      try (var window = BrowserWindow.open(gazetteer.url(), 1280, 800)) {
        window.signIn("admin", PASSWORD);
        // The time of a search stands in the picture: not that of the first ones.
        for (int i = 0; i < WARM_UP; i++) {
          window.go("/search?q=customer%20email");
        }
        window.save(folder.resolve("search.png"));
        window.go("/db/logistics/logistics/T_SHPMT");
        window.save(folder.resolve("table.png"));
        window.go("/db/logistics/diagram?schema=logistics&table=T_SHPMT");
        window.save(folder.resolve("diagram.png"));
        saveALiveCrawl(admin, window);
      }
    } finally {
      Folders.delete(data);
    }
  }

  private static boolean isFound(ApiUser admin, String words) {
    return !admin.search(words).isEmpty();
  }

  private void saveALiveCrawl(ApiUser admin, BrowserWindow window) throws IOException {
    var warehouse = Targets.manyTables("warehouse", TABLES);
    var source = admin.register(warehouse).body();
    window.go("/databases/" + source.path("id").asString());
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> window.text(".live .state").equals("reading"));
    await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> !window.text(".live .figures").matches("(?s).*\\b0 of .*"));
    window.save(folder.resolve("crawl.png"));
  }
}
