package io.gazetteer.api.sources.webhooks.messages;

import tools.jackson.databind.json.JsonMapper;

/** Says that what is known of a data source may be out of date. */
final class StaleMessage {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StaleMessage() {}

  static Message.Draft of(Occurrence occurrence, ToldSource source) {
    var data = JSON.createObjectNode();
    data.set("data_source", JSON.valueToTree(source));
    return new Message.Draft(
        WebhookEvent.STALE,
        occurrence.at(),
        source.id(),
        null,
        data,
        "Gazetteer: no crawl has read %s for longer than its schedule says"
            .formatted(source.title()));
  }
}
