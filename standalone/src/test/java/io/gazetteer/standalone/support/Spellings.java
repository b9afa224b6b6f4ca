package io.gazetteer.standalone.support;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The ways a text of ASCII characters can stand somewhere and still be read by anyone. */
public record Spellings(List<String> all) {
  public static Spellings of(String text) {
    var all = new ArrayList<String>();
    all.add(text);
    // As PostgreSQL shows bytes.
    all.add(HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII)));
    for (int before = 0; before < 3; before++) {
      all.add(inBase64(text, before));
    }
    return new Spellings(all);
  }

  /** What does not depend on so many bytes before it, nor on what follows. */
  private static String inBase64(String text, int before) {
    var bytes = ("\0".repeat(before) + text).getBytes(StandardCharsets.US_ASCII);
    var whole = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int end = bytes.length / 3 * 4;
    return whole.substring(before == 0 ? 0 : before + 1, end);
  }

  public boolean areIn(String text) {
    return all.stream().anyMatch(text::contains);
  }
}
