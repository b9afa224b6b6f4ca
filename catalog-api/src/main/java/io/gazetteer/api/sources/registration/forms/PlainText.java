package io.gazetteer.api.sources.registration.forms;

import java.nio.charset.StandardCharsets;

/** Recognizes text that every store keeps as it is. */
final class PlainText {
  private PlainText() {}

  static boolean is(String text) {
    return text.chars().noneMatch(Character::isISOControl) && isUnicode(text);
  }

  /** Half of a surrogate pair is a Java string, but no character. */
  static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
