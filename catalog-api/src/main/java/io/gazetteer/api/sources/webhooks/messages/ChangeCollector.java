package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.common.events.SchemaChanged;

/** Gathers the changes of one crawl for one webhook. Not thread-safe. */
interface ChangeCollector {
  /** Takes the next change, in the order in which they were found. */
  void add(SchemaChanged change);

  /** Says that there are no more. */
  void end();
}
