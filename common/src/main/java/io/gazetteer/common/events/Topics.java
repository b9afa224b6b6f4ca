package io.gazetteer.common.events;

/** The names of the Kafka topics, and of the one consumer group others look at. */
public final class Topics {
  public static final String CRAWL_REQUESTED = "gazetteer.crawl.requested";
  public static final String CRAWL_BATCH = "gazetteer.crawl.batch";
  public static final String CRAWL_FINISH = "gazetteer.crawl.finish";
  public static final String CRAWL_FINISHED = "gazetteer.crawl.finished";
  public static final String DATA_SOURCE_DELETED = "gazetteer.data-source.deleted";

  /** Read by others, see {@code docs/changes.md}. */
  public static final String SCHEMA_CHANGES = "gazetteer.schema.changes";

  /** The consumer group of the workers that plan; with a member, there is a worker. */
  public static final String CRAWL_PLANNERS = "gazetteer-plan";

  /** What follows a topic's name in the name of its dead-letter topic. */
  public static final String DEAD_LETTERS = "-dlt";

  private Topics() {}
}
