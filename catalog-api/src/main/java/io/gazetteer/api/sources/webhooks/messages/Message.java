package io.gazetteer.api.sources.webhooks.messages;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one webhook is told, once.
 *
 * @param id what the receiver knows it by
 * @param body as it is sent
 */
public record Message(
    UUID id, WebhookEvent event, @Nullable UUID dataSourceId, @Nullable UUID crawlId, String body) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** Says what a message is about, and what it holds, for each format. */
  record Draft(
      WebhookEvent event,
      Instant at,
      @Nullable UUID dataSourceId,
      @Nullable UUID crawlId,
      JsonNode data,
      String text) {}

  static Message of(Draft draft, MessageFormat format) {
    var id = UUID.randomUUID();
    var body = format == MessageFormat.JSON ? json(id, draft) : SlackText.body(draft.text());
    return new Message(
        id, draft.event(), draft.dataSourceId(), draft.crawlId(), JSON.writeValueAsString(body));
  }

  /** Follows the payload that Standard Webhooks advises, with the id inside, too. */
  private static ObjectNode json(UUID id, Draft draft) {
    var body = JSON.createObjectNode();
    body.put("id", id.toString());
    body.put("type", draft.event().jsonName());
    body.put("timestamp", draft.at().toString());
    body.set("data", draft.data());
    return body;
  }

  /** Makes a message that only says that a webhook works. */
  public static Message test(UUID webhookId, MessageFormat format, Instant now) {
    var data = JSON.createObjectNode().put("webhook_id", webhookId.toString());
    return of(
        new Draft(
            WebhookEvent.TEST, now, null, null, data, "Gazetteer: this is a test of the webhook."),
        format);
  }
}
