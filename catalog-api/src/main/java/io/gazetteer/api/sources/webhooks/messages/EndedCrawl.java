package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.api.identity.access.NetworkDetail;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What webhooks are told of a crawl that has ended, besides its changes: what a viewer may know.
 *
 * @param wouldRemove how many tables it would remove, when it is held
 */
record EndedCrawl(ToldSource source, Occurrence end, long wouldRemove) {
  private static final JsonMapper JSON = JsonMapper.shared();

  private UUID id() {
    return Objects.requireNonNull(end.crawlId());
  }

  /** Begins what a message about the crawl holds. */
  ObjectNode data() {
    var data = JSON.createObjectNode();
    data.set("data_source", JSON.valueToTree(source));
    data.put("crawl_id", id().toString());
    return data;
  }

  Message.Draft draft(WebhookEvent event, ObjectNode data, String text) {
    return new Message.Draft(event, end.at(), source.id(), id(), data, text);
  }

  /** Returns what is told of the way in which it ended; empty when that is nothing to tell. */
  Optional<Message.Draft> outcome() {
    return switch (Objects.requireNonNullElse(end.crawlState(), "")) {
      case "FAILED" -> Optional.of(failed());
      case "HELD" -> Optional.of(held());
      default -> Optional.empty();
    };
  }

  private Message.Draft failed() {
    var code = code();
    var data = data();
    data.putObject("error").put("code", code);
    return draft(
        WebhookEvent.CRAWL_FAILED,
        data,
        "Gazetteer: the crawl of %s failed: %s".formatted(source.title(), code.replace('_', ' ')));
  }

  /** Says no more than those are told who may not look into the network. */
  private String code() {
    var code = Objects.requireNonNullElse(end.errorCode(), "internal_error");
    return NetworkDetail.isTold(code) ? NetworkDetail.CODE : code;
  }

  private Message.Draft held() {
    var data = data();
    data.put("would_remove", wouldRemove);
    return draft(
        WebhookEvent.CRAWL_HELD,
        data,
        "Gazetteer: the crawl of %s would remove %d tables, and waits for someone to confirm"
            .formatted(source.title(), wouldRemove));
  }
}
