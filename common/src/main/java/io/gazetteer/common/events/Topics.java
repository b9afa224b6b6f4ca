package io.gazetteer.common.events;

import java.util.List;

/** Names the Kafka topics and the consumer groups of the workers. */
public final class Topics {
  public static final String CRAWL_REQUESTED = "gazetteer.crawl.requested";
  public static final String CRAWL_BATCH = "gazetteer.crawl.batch";
  public static final String CRAWL_FINISH = "gazetteer.crawl.finish";
  public static final String CRAWL_FINISHED = "gazetteer.crawl.finished";
  public static final String DATA_SOURCE_DELETED = "gazetteer.data-source.deleted";

  /** Other systems read this topic, see {@code docs/changes.md}. */
  public static final String SCHEMA_CHANGES = "gazetteer.schema.changes";

  /** Workers that plan are in this consumer group; when it has a member, there is a worker. */
  public static final String CRAWL_PLANNERS = "gazetteer-plan";

  public static final String BATCH_CRAWLERS = "gazetteer-batch";
  public static final String CRAWL_FINISHERS = "gazetteer-finish";
  public static final String PURGERS = "gazetteer-purge";

  /** These are all consumer groups. */
  public static final List<String> CONSUMER_GROUPS =
      List.of(CRAWL_PLANNERS, BATCH_CRAWLERS, CRAWL_FINISHERS, PURGERS);

  /** Workers read these topics, each of which has a dead-letter topic beside it. */
  public static final List<String> WORK =
      List.of(CRAWL_REQUESTED, CRAWL_BATCH, CRAWL_FINISH, DATA_SOURCE_DELETED);

  /** This follows a topic's name in the name of its dead-letter topic. */
  public static final String DEAD_LETTERS = "-dlt";

  private Topics() {}
}
