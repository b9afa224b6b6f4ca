package io.gazetteer.standalone.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.gazetteer.servers.testing.facts.Facts;
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
final class ModelSequence {
  private static final int TRIES = 6;

  private final ModelDatabase database;
  private final ModelCrawls crawls;
  private final ModelWorld world;
  private final Random random;
  private final ModelChanges changes;
  private final List<String> steps = new ArrayList<>();
  private final Set<String> denied = new HashSet<>();
  private UUID source;
  private ModelMemory memory;

  /** What the database said after the last change; nobody else changes it. */
  private Facts facts;

  private @Nullable ModelCrawl last;

  ModelSequence(long seed, ModelDatabase database, ModelCrawls crawls, ModelWorld world) {
    this.database = database;
    this.crawls = crawls;
    this.world = world;
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    this.changes = new ModelChanges(random);
    database.reset();
    facts = database.facts();
    memory = new ModelMemory(facts);
    source = register();
  }

  /** What was done so far, for the report of a failure. */
  List<String> steps() {
    return steps;
  }

  void run() {
    finishFirst();
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
      world.stores().forget(source);
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
    memory = new ModelMemory(facts);
    source = register();
    finishFirst();
  }

  private UUID register() {
    last = crawls.register(database);
    return last.source();
  }

  /** Waits for the crawl that a registration starts. */
  private void finishFirst() {
    var first = crawls.end(requireNonNull(last).id());
    steps.add("first crawl: " + first.state());
    check(first, true);
  }

  private ModelCrawl start() {
    var crawl = crawls.start(source);
    world.started().incrementAndGet();
    if (random.nextInt(5) == 0) {
      steps.add("repeat its messages");
      world.messages().repeat(crawl, random);
    }
    last = crawl;
    return crawl;
  }

  private ModelCrawl quietCrawl() {
    var ended = crawls.end(start().id());
    steps.add("crawl: " + ended.state());
    if (random.nextInt(4) == 0) {
      checkRefusals(ended);
    }
    return ended;
  }

  /** A crawl that is over stays as it is. */
  private void checkRefusals(ModelCrawl ended) {
    assertThat(crawls.cancel(ended.id())).as("cancelled when it was %s", ended).isFalse();
    if (!ended.state().equals("HELD")) {
      assertThat(crawls.confirm(ended.id())).as("confirmed when it was %s", ended).isFalse();
    }
    assertThat(crawls.find(ended.id()).state()).isEqualTo(ended.state());
  }

  private void cancelledCrawl() {
    var crawl = start();
    pause();
    var before = crawls.find(crawl.id()).state();
    boolean cancelled = crawls.cancel(crawl.id());
    steps.add(cancelled ? "crawl, cancelled when it was " + before : "crawl, cancelled too late");
    var ended = crawls.end(crawl.id());
    assertThat(ended.state().equals("CANCELLED")).as("%s", ended).isEqualTo(cancelled);
    check(ended, !cancelled);
  }

  private void crawlWhileItChanges() {
    steps.add("crawl, during which:");
    var crawl = start();
    for (int i = 0; i < 3; i++) {
      change();
      pause();
    }
    var ended = crawls.end(crawl.id());
    steps.add("ended: " + ended.state());
    check(ended, false);
  }

  private void repeatMessages() {
    if (last != null) {
      steps.add("repeat old messages");
      world.messages().repeat(last, random);
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
      if (crawl.state().equals("HELD")) {
        assertThat(crawls.confirm(crawl.id())).as("confirmed: %s", crawl).isTrue();
        crawl = crawls.end(crawl.id());
        steps.add("confirmed: " + crawl.state());
        check(crawl, true);
      }
      if (crawl.state().equals("SUCCEEDED")) {
        return;
      }
    }
    fail("No crawl succeeds");
  }

  private void check(ModelCrawl crawl, boolean quiet) {
    // A crawl that has succeeded is searchable; what of others was written may not be yet.
    var index = world.index();
    var indexed = crawl.state().equals("SUCCEEDED") ? index.search(source) : index.read(source);
    memory.checkNothingLost(indexed);
    memory.checkNothingInvented(indexed);
    switch (crawl.state()) {
      case "SUCCEEDED" -> {
        assertThat(crawl.hasError()).isFalse();
        checkCounts(crawl);
        if (quiet) {
          checkEqual(indexed, facts, crawl);
        }
      }
      case "PARTIAL" -> {
        assertThat(crawl.hasError()).isTrue();
        checkCounts(crawl);
      }
      case "HELD", "FAILED" -> {
        assertThat(crawl.hasError()).isTrue();
        assertThat(crawl.count("tables_removed")).isZero();
        memory.checkNoTableRemoved(indexed);
      }
      case "CANCELLED" -> {
        // Whoever worked on it may write a moment longer: what is known stays as it was.
        return;
      }
      default -> fail("Not over: " + crawl);
    }
    memory.settle(indexed, facts);
  }

  private static void checkCounts(ModelCrawl crawl) {
    assertThat(crawl.count("tables_seen"))
        .as("%s", crawl)
        .isEqualTo(
            crawl.count("tables_indexed")
                + crawl.count("tables_unchanged")
                + crawl.count("tables_excluded")
                + crawl.count("tables_failed"));
  }

  /** Of a schema we may not look into, the index may say what it said before. */
  private void checkEqual(Facts indexed, Facts facts, ModelCrawl crawl) {
    assertThat(indexed.without(denied).differenceTo(facts.without(denied))).isEmpty();
    if (denied.isEmpty()) {
      assertThat(crawl.count("tables_seen")).isEqualTo(facts.tables().size());
      assertThat(crawl.count("columns_seen")).isEqualTo(facts.columns().size());
    }
  }
}
