package io.gazetteer.worker.testing.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gazetteer.common.catalog.Crawl;
import io.gazetteer.common.catalog.CrawlState;
import io.gazetteer.worker.lease.CrawlRef;
import io.gazetteer.worker.testing.fixtures.Facts;
import io.gazetteer.worker.testing.fixtures.IndexedFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One random sequence of steps on one database, with what must hold after each crawl. */
public final class ModelSequence {
  private static final int TRIES = 6;

  private final ModelDatabase database;
  private final ModelCrawls crawls;
  private final IndexedFacts index;
  private final Random random;
  private final ModelChanges changes;
  private final List<String> steps = new ArrayList<>();
  private final Set<String> denied = new HashSet<>();
  private UUID source;
  private ModelMemory memory;

  /** What the database said after the last change; nobody else changes it. */
  private Facts facts;

  private @Nullable CrawlRef last;

  public ModelSequence(long seed, ModelDatabase database, ModelCrawls crawls, IndexedFacts index) {
    this.database = database;
    this.crawls = crawls;
    this.index = index;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.changes = new ModelChanges(random);
    database.reset();
    source = crawls.register(database);
    facts = database.facts();
    memory = new ModelMemory(facts);
  }

  /** What was done so far, for the report of a failure. */
  public List<String> steps() {
    return steps;
  }

  public void run() {
    int length = 5 + random.nextInt(4);
    for (int i = 0; i < length; i++) {
      step();
    }
    settle();
    assertThat(database.facts()).as("the source, which nobody else changes").isEqualTo(facts);
    end();
  }

  /** A purge costs as much as a crawl; most sequences go without one at their end. */
  private void end() {
    if (random.nextInt(4) == 0) {
      crawls.delete(source);
    } else {
      crawls.forget(source);
    }
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> change();
      case 9 -> revoke();
      case 10 -> grant();
      case 11 -> deleteSource();
      case 12, 13 -> cancelledCrawl();
      case 14, 15 -> crawlWhileItChanges();
      case 16 -> repeatMessages();
      default -> check(quietCrawl(), true);
    }
  }

  private void change() {
    var sql = changes.next(facts);
    boolean done = database.execute(sql);
    steps.add((done ? "" : "refused: ") + sql);
    facts = database.facts();
    memory.observe(facts);
  }

  private void revoke() {
    var schema = ModelDatabase.SCHEMAS.get(random.nextInt(ModelDatabase.SCHEMAS.size()));
    steps.add("revoke " + schema);
    denied.add(schema);
    execute("revoke usage on schema %s from %s", schema);
  }

  private void grant() {
    steps.add("grant all");
    denied.forEach(schema -> execute("grant usage on schema %s to %s", schema));
    denied.clear();
  }

  private void execute(String sql, String schema) {
    assertThat(database.execute(sql.formatted(ModelDatabase.quoted(schema), database.user())))
        .isTrue();
  }

  private void deleteSource() {
    steps.add("delete the data source and register it again");
    boolean live = random.nextBoolean();
    if (live) {
      start();
      pause();
    }
    crawls.delete(source);
    source = crawls.register(database);
    memory = new ModelMemory(facts);
    last = null;
  }

  private CrawlRef start() {
    var crawl = crawls.start(source, random.nextInt(5) > 0);
    if (random.nextInt(5) == 0) {
      steps.add("repeat its messages");
      crawls.repeatMessages(crawl, random);
    }
    last = crawl;
    return crawl;
  }

  private Crawl quietCrawl() {
    var ended = crawls.end(start().crawlId());
    steps.add("crawl: " + ended.state());
    return ended;
  }

  private void cancelledCrawl() {
    var crawl = start();
    pause();
    var before = crawls.find(crawl.crawlId()).state();
    boolean cancelled = crawls.cancel(crawl.crawlId());
    steps.add(cancelled ? "crawl, cancelled when it was " + before : "crawl, cancelled too late");
    check(crawls.end(crawl.crawlId()), !cancelled);
  }

  private void crawlWhileItChanges() {
    steps.add("crawl, during which:");
    var crawl = start();
    for (int i = 0; i < 3; i++) {
      change();
      pause();
    }
    var ended = crawls.end(crawl.crawlId());
    steps.add("ended: " + ended.state());
    check(ended, false);
  }

  private void repeatMessages() {
    if (last != null) {
      steps.add("repeat old messages");
      crawls.repeatMessages(last, random);
    }
  }

  private void pause() {
    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(60)).toNanos());
  }

  /** The last quiet point: what a crawl holds is confirmed, and the index is the source. */
  private void settle() {
    grant();
    for (int i = 0; i < TRIES; i++) {
      var crawl = quietCrawl();
      check(crawl, true);
      if (crawl.state() == CrawlState.HELD) {
        crawls.confirm(new CrawlRef(source, crawl.id(), crawl.epoch()));
        crawl = crawls.end(crawl.id());
        steps.add("confirmed: " + crawl.state());
        check(crawl, true);
      }
      if (crawl.state() == CrawlState.SUCCEEDED) {
        return;
      }
    }
    fail("No crawl succeeds");
  }

  private void check(Crawl crawl, boolean quiet) {
    // A crawl that has succeeded is searchable; what of others was written may not be yet.
    var indexed = crawl.state() == CrawlState.SUCCEEDED ? index.search(source) : index.read(source);
    memory.checkNothingLost(indexed);
    memory.checkNothingInvented(indexed);
    switch (crawl.state()) {
      case SUCCEEDED -> {
        assertThat(crawl.error()).isNull();
        checkCounts(crawl);
        if (quiet) {
          checkEqual(indexed, facts, crawl);
        }
      }
      case PARTIAL -> {
        assertThat(crawl.error()).isNotNull();
        checkCounts(crawl);
      }
      case HELD, FAILED -> {
        assertThat(crawl.error()).isNotNull();
        assertThat(crawl.counts().tablesRemoved()).isZero();
        memory.checkNoTableRemoved(indexed);
      }
      case CANCELLED -> {
        // Whoever worked on it may write a moment longer: what is known stays as it was.
        return;
      }
      default -> fail("Not over: " + crawl);
    }
    memory.settle(indexed, facts);
  }

  private static void checkCounts(Crawl crawl) {
    var counts = crawl.counts();
    assertThat(counts.tablesSeen())
        .as("%s", crawl)
        .isEqualTo(
            counts.tablesIndexed()
                + counts.tablesUnchanged()
                + counts.tablesExcluded()
                + counts.tablesFailed());
  }

  /** Of a schema we may not look into, the index may say what it said before. */
  private void checkEqual(Facts indexed, Facts facts, Crawl crawl) {
    assertThat(indexed.without(denied).differenceTo(facts.without(denied))).isEmpty();
    if (denied.isEmpty()) {
      assertThat(crawl.counts().tablesSeen()).isEqualTo(facts.tables().size());
      assertThat(crawl.counts().columnsSeen()).isEqualTo(facts.columns().size());
    }
  }
}
