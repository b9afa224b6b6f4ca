package io.gazetteer.standalone.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.gazetteer.standalone.support.ApiUser;
import java.util.Map;
import java.util.UUID;

/** What people do to data sources and crawls: each move is a request to the API. */
final class ModelCrawls {
  private final ApiUser api;
  private final CrawlEnds ends;

  ModelCrawls(ApiUser api, CrawlEnds ends) {
    this.api = api;
    this.ends = ends;
  }

  /** Registers the database, which starts its first crawl. */
  ModelCrawl register(ModelDatabase database) {
    var answer = api.post("/api/db-credentials/", database.registration());
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return ModelCrawl.of(answer.body().get("crawl"));
  }

  ModelCrawl start(UUID source) {
    var answer = api.post("/api/db-credentials/" + source + "/crawls", Map.of());
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    return ModelCrawl.of(answer.body());
  }

  ModelCrawl find(UUID id) {
    var answer = api.get("/api/crawls/" + id);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return ModelCrawl.of(answer.body());
  }

  /** Waits for the end, whatever it is. */
  ModelCrawl end(UUID id) {
    if (!ends.await(id)) {
      throw new AssertionError("Still going on: " + ends.describe(id));
    }
    return find(id);
  }

  /** Returns whether the API did it; it refuses when the crawl is over. */
  boolean cancel(UUID id) {
    return isAccepted(api.post("/api/crawls/" + id + "/cancel", Map.of()));
  }

  /** Returns whether the API did it; it refuses when the crawl is not HELD. */
  boolean confirm(UUID id) {
    return isAccepted(api.post("/api/crawls/" + id + "/confirm", Map.of()));
  }

  private static boolean isAccepted(ApiUser.Answer answer) {
    assertThat(answer.status()).as("%s", answer).isIn(202, 409);
    return answer.status() == 202;
  }

  void delete(UUID source) {
    var answer = api.delete("/api/db-credentials/" + source);
    assertThat(answer.status()).as("%s", answer).isEqualTo(204);
  }
}
