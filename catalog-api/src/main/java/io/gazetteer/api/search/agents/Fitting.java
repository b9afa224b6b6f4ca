package io.gazetteer.api.search.agents;

import io.gazetteer.api.schema.formats.PlainText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Fills an answer with whole items while they fit: the text has at most so many tokens, and so has
 * the JSON. Who reads one of them reads no more than the budget. Not thread-safe.
 */
final class Fitting {
  private static final int CHARACTERS_OF_A_TOKEN = 4;

  /** For what an answer says besides its items. */
  private static final int RESERVED = 360;

  private static final int LONGEST_COMMENT = 300;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final int most;
  private final List<JsonNode> items = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int textLeft;
  private int jsonLeft;
  private boolean full;

  /**
   * @param tokens the budget of the answer
   * @param taken characters that its cursor takes, about
   */
  Fitting(int tokens, int taken) {
    most = tokens * CHARACTERS_OF_A_TOKEN;
    textLeft = most - RESERVED - taken;
    jsonLeft = textLeft;
  }

  /** Adds an item unless it is too large, or one before it was. */
  boolean add(String line, JsonNode item) {
    int inText = line.length() + 1;
    int inJson = JSON.writeValueAsString(item).length() + 1;
    full = full || inText > textLeft || inJson > jsonLeft;
    if (!full) {
      textLeft -= inText;
      jsonLeft -= inJson;
      text.append(line).append('\n');
      items.add(item);
    }
    return !full;
  }

  int size() {
    return items.size();
  }

  /** Adds what the answer says besides: to be short. */
  void say(String line) {
    text.append(line).append('\n');
  }

  /** Ends the answer, in which the items have this name. */
  ToolAnswer answer(ObjectNode head, String name, boolean hasMore, @Nullable String cursor) {
    head.putArray(name).addAll(items);
    head.put("has_more", hasMore);
    if (hasMore && cursor != null && cursor.length() < most / 2) {
      head.put("cursor", cursor);
      say("More with cursor " + cursor);
    } else if (hasMore) {
      say(
          items.isEmpty()
              ? "Nothing fits into so few tokens: raise max_tokens."
              : "There is more: raise max_tokens, or ask for less.");
    }
    return new ToolAnswer(text.toString(), head);
  }

  static String comment(String comment) {
    return PlainText.cut(comment, LONGEST_COMMENT);
  }

  /** Writes a comment behind what it is said of; nothing for none. */
  static String remark(@Nullable String comment) {
    return comment == null || comment.isEmpty() ? "" : " -- " + PlainText.comment(comment);
  }
}
