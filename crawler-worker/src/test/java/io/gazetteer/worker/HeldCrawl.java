package io.gazetteer.worker;

import io.gazetteer.worker.relay.Gate.Verdict;
import io.gazetteer.worker.relay.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one crawl asks of the stores, and where it is held. Thread safe. */
final class HeldCrawl {
  private final UUID dataSource;
  private final UUID crawl;
  private final String database;
  private final @Nullable KillPoint point;
  private final List<String> labels = new ArrayList<>();
  private boolean held;

  HeldCrawl(CrawlRef crawl, String database, @Nullable KillPoint point) {
    this.dataSource = crawl.dataSourceId();
    this.crawl = crawl.crawlId();
    this.database = database;
    this.point = point;
  }

  UUID crawl() {
    return crawl;
  }

  UUID dataSource() {
    return dataSource;
  }

  String database() {
    return database;
  }

  @Nullable KillPoint point() {
    return point;
  }

  boolean concerns(Request request) {
    return request.mentions(crawl) || request.mentions(dataSource) || request.mentions(database);
  }

  synchronized Verdict judge(String label) {
    labels.add(label);
    if (point == null || held || !label.equals(point.label())) {
      return Verdict.PASS;
    }
    long occurrence = labels.stream().filter(label::equals).count();
    held = occurrence == point.occurrence();
    return held ? point.verdict() : Verdict.PASS;
  }

  synchronized boolean isHeld() {
    return held;
  }

  synchronized List<String> labels() {
    return List.copyOf(labels);
  }
}
