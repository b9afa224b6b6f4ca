package io.gazetteer.common.events;

/** Is a message on Kafka; the JSON form of the record (snake_case) is the message's value. */
public sealed interface Event
    permits CrawlRequested,
        BatchRequested,
        FinishRequested,
        CrawlFinished,
        DataSourceDeleted,
        SchemaChanged {

  /** Returns the topic of the message, one of {@link Topics}. */
  String topic();

  /** Returns the key; messages of one key keep their order. */
  String key();
}
