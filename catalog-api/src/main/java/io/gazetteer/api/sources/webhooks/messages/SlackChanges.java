package io.gazetteer.api.sources.webhooks.messages;

import io.gazetteer.common.events.SchemaChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes one text of all changes of a crawl: the first of them, and how many there are. */
final class SlackChanges implements ChangeCollector {
  private static final int SHOWN = 20;
  private static final int MOST_CHARACTERS = 80;
  private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private final EndedCrawl crawl;
  private final Consumer<Message> messages;
  private final List<String> lines = new ArrayList<>();
  private int count;

  SlackChanges(EndedCrawl crawl, Consumer<Message> messages) {
    this.crawl = crawl;
    this.messages = messages;
  }

  @Override
  public void add(SchemaChanged change) {
    count++;
    if (lines.size() < SHOWN) {
      lines.add(line(change));
    }
  }

  private static String line(SchemaChanged change) {
    var line = new StringBuilder("• ").append(change.schema()).append('.').append(change.table());
    if (change.column() != null) {
      line.append('.').append(change.column());
    }
    line.append(": ").append(change.change().replace('_', ' '));
    var before = text(change.before());
    var after = text(change.after());
    if (before != null && after != null) {
      line.append(", ").append(before).append(" → ").append(after);
    }
    // A name may have line breaks, and would begin lines of its own, or turn what follows it.
    return ODD.matcher(line).replaceAll(" ");
  }

  /** Returns a value that fits into a line; null for what has parts. */
  private static @Nullable String text(@Nullable JsonNode value) {
    if (value == null || !value.isValueNode()) {
      return null;
    }
    var text = value.asString().strip();
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end =
        MOST_CHARACTERS - (Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 2)) ? 2 : 1);
    return text.substring(0, end) + "…";
  }

  @Override
  public void end() {
    if (count == 0) {
      return;
    }
    var text =
        "Gazetteer: %s in %s\n%s%s"
            .formatted(
                count == 1 ? "1 change" : count + " changes",
                crawl.source().title(),
                String.join("\n", lines),
                count > lines.size() ? "\n… and %d more".formatted(count - lines.size()) : "");
    messages.accept(
        Message.of(crawl.draft(WebhookEvent.CHANGES, crawl.data(), text), MessageFormat.SLACK));
  }
}
