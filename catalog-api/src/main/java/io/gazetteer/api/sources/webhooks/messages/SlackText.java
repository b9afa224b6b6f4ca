package io.gazetteer.api.sources.webhooks.messages;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes texts as Slack takes them. Names and comments of databases stay text: nothing in them
 * calls people, links or formats.
 */
final class SlackText {
  /** Slack cuts at 40,000. */
  private static final int MOST_CHARACTERS = 8_000;

  private SlackText() {}

  static ObjectNode body(String text) {
    return JsonMapper.shared()
        .createObjectNode()
        .put("text", escaped(cut(text)))
        .put("mrkdwn", false)
        .put("unfurl_links", false);
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    int end =
        MOST_CHARACTERS - (Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? 1 : 0);
    return text.substring(0, end) + "…";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
