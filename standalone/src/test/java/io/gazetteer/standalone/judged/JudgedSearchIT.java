package io.gazetteer.standalone.judged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gazetteer.servers.testing.TestServers;
import io.gazetteer.standalone.support.SharedGazetteer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether people find what they want. */
class JudgedSearchIT {
  private static final Path REPORT = Path.of("target", "judged-search.txt");

  @Test
  void findsWhatPeopleWant() throws IOException {
    var user = SharedGazetteer.admin();
    var stock = new StockIndex(TestServers.elasticsearch());
    for (var database : JudgedDatabases.all()) {
      var id = user.registerAndCrawl(database);
      stock.add(database.name(), user.tables(id, database.name()).values());
    }
    await("the words of the last database")
        .atMost(Duration.ofSeconds(60))
        .until(() -> user.get("/api/suggest/?q=smapling").body().path("did_you_mean").isString());
    var search = new GazetteerSearch(user);
    var queries = JudgedQueries.all();

    var ours = queries.stream().map(query -> Outcome.of(query, search.find(query))).toList();

    var theirs = queries.stream().map(query -> Outcome.of(query, stock.find(query))).toList();
    var report = Report.of(ours, theirs);
    Files.writeString(REPORT, report);
    System.out.println(report);
    assertThat(search.complaints()).isEmpty();
    assertThat(FirstHits.recorded().moved(ours)).as("what stood first, see %s", REPORT).isEmpty();
    assertThat(broken(ours)).as("floors, see %s", REPORT).isEmpty();
  }

  private static List<String> broken(List<Outcome> outcomes) {
    var broken = new ArrayList<>(Floors.broken("all", outcomes));
    for (var half : Half.values()) {
      broken.addAll(
          Floors.broken(
              half.label(),
              outcomes.stream().filter(outcome -> outcome.query().half() == half).toList()));
    }
    return broken;
  }
}
