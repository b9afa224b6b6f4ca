package io.gazetteer.common.words;

import java.util.List;
import java.util.Random;

/** Random texts: from well-behaved identifiers to noise out of all of Unicode. */
final class SampleTexts {

  static final List<String> WORDS =
      List.of(
          "customer",
          "email",
          "address",
          "order",
          "id",
          "status",
          "statuses",
          "line",
          "item",
          "total",
          "cust",
          "addr",
          "qty",
          "date",
          "phone",
          "invoice",
          "active",
          "number",
          "e",
          "mail",
          "b",
          "2",
          "island",
          "people",
          "series",
          "zorblax",
          "fooquuxes",
          "time",
          "stamp",
          "ключ",
          "価格",
          "é",
          "at");

  private static final String AWKWARD =
      "_-.$'\"`\\ \n\t\r\u0000\u00A0\u2028\u3000\u200B\u00AD\u0301\u0316\u3099\uFF9E\uD800\uDC00"
          + "ßıİŁﬁ½Ⅳ№①⑴㏂ΣςǅǄꭰᏸаЙéÅ가ᄀ\u1161ー々〇ｶ🎉\uFE0F\u20E3aBsS19'’s";

  private final Random random;

  SampleTexts(long seed) {
    this.random = new Random(seed);
  }

  String next() {
    return switch (random.nextInt(4)) {
      case 0 -> identifier();
      case 1 -> noise();
      case 2 -> awkward();
      default -> identifier() + awkward() + identifier();
    };
  }

  List<String> words() {
    return random.ints(1 + random.nextInt(5), 0, WORDS.size()).mapToObj(WORDS::get).toList();
  }

  private String identifier() {
    var separator = List.of("", "_", " ", "-").get(random.nextInt(4));
    var joined = String.join(separator, words());
    return random.nextBoolean() ? joined : randomCase(joined);
  }

  private String randomCase(String text) {
    var mixed = new StringBuilder(text);
    for (int i = 0; i < mixed.length(); i++) {
      if (random.nextInt(3) == 0) {
        mixed.setCharAt(i, Character.toUpperCase(mixed.charAt(i)));
      }
    }
    return mixed.toString();
  }

  private String noise() {
    var noise = new StringBuilder();
    int length = random.nextInt(30);
    for (int i = 0; i < length; i++) {
      noise.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x3000 : 0x110000));
    }
    return noise.toString();
  }

  private String awkward() {
    var text = new StringBuilder();
    int length = random.nextInt(20);
    for (int i = 0; i < length; i++) {
      text.append(AWKWARD.charAt(random.nextInt(AWKWARD.length())));
    }
    return text.toString();
  }
}
