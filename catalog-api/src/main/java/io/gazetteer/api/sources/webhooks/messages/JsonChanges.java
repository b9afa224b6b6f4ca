package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.common.events.SchemaChanged;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Makes messages of at most 100 changes, each as the topic of changes has it. */
final class JsonChanges implements ChangeCollector {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int MOST_CHANGES = 100;

  /** A definition of a view may be long; a message ends with the one that crosses this. */
  private static final int ENOUGH_CHARACTERS = 200_000;

  private final EndedCrawl crawl;
  private final Consumer<Message> messages;
  private ArrayNode changes = JSON.createArrayNode();
  private int characters;

  JsonChanges(EndedCrawl crawl, Consumer<Message> messages) {
    this.crawl = crawl;
    this.messages = messages;
  }

  @Override
  public void add(SchemaChanged change) {
    var json = JSON.valueToTree(change);
    changes.add(json);
    characters += json.toString().length();
    if (changes.size() >= MOST_CHANGES || characters >= ENOUGH_CHARACTERS) {
      end();
    }
  }

  @Override
  public void end() {
    if (!changes.isEmpty()) {
      var data = crawl.data();
      data.set("changes", changes);
      messages.accept(Message.of(crawl.draft(WebhookEvent.CHANGES, data, ""), MessageFormat.JSON));
      changes = JSON.createArrayNode();
      characters = 0;
    }
  }
}
