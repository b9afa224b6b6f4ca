package io.gazetteer.common.events;

/** A message on Kafka; the JSON form of the record (snake_case) is the message's value. */
public sealed interface Event
    permits CrawlRequested,
        BatchRequested,
        FinishRequested,
        CrawlFinished,
        DataSourceDeleted,
        SchemaChanged {

  /** The topic it goes to, one of {@link Topics}. */
  String topic();

  /** Messages of one key keep their order. */
  String key();
}
