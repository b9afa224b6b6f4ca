package io.gazetteer.api.pages.account;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says in words which browser someone has, by what it calls itself. */
final class Agents {
  private static final int LONGEST = 60;

  /** The more special ones first: most browsers also claim to be others. */
  private static final List<String> BROWSERS =
      List.of("Edg", "OPR", "Firefox", "HeadlessChrome", "Chrome", "Safari", "curl");

  private static final List<String> SYSTEMS =
      List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux");

  private Agents() {}

  static String words(@Nullable String agent) {
    var text = Objects.requireNonNullElse(agent, "");
    if (text.isBlank()) {
      return "A browser";
    }
    var browser = first(BROWSERS, text);
    var system = first(SYSTEMS, text);
    if (browser.isEmpty()) {
      return text.substring(0, Math.min(text.length(), LONGEST));
    }
    var name =
        switch (browser) {
          case "Edg" -> "Edge";
          case "OPR" -> "Opera";
          case "HeadlessChrome" -> "Chrome";
          default -> browser;
        };
    return system.isEmpty() ? name : name + " on " + system;
  }

  private static String first(List<String> names, String text) {
    return names.stream().filter(text::contains).findFirst().orElse("");
  }
}
