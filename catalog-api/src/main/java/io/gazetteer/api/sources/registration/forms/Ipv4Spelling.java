package io.gazetteer.api.sources.registration.forms;

import java.util.Optional;

/**
 * The spellings of an IPv4 address that resolvers understand (POSIX {@code inet_addr}): one to four
 * numbers, decimal, octal ({@code 0177}) or hexadecimal ({@code 0x7f}), the last of which fills
 * what is left.
 */
final class Ipv4Spelling {
  private static final int MOST_PARTS = 4;
  private static final int MOST_DIGITS = 18;
  private static final int OCTET = 256;

  private Ipv4Spelling() {}

  /** Returns the address as four decimal numbers; empty when the text is no spelling of one. */
  static Optional<String> normalize(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length > MOST_PARTS) {
      return Optional.empty();
    }
    long address = 0;
    for (int i = 0; i < parts.length; i++) {
      int bytes = i == parts.length - 1 ? MOST_PARTS - i : 1;
      long number = number(parts[i]);
      if (number < 0 || number >= 1L << (bytes * Byte.SIZE)) {
        return Optional.empty();
      }
      address = (address << (bytes * Byte.SIZE)) | number;
    }
    return Optional.of(dotted(address));
  }

  private static String dotted(long address) {
    return "%d.%d.%d.%d"
        .formatted(address >> 24, (address >> 16) % OCTET, (address >> 8) % OCTET, address % OCTET);
  }

  /** Reads one number; negative when the text is none. */
  private static long number(String text) {
    if (text.length() > MOST_DIGITS) {
      return -1;
    }
    if (text.startsWith("0x")) {
      return text.length() == 2 ? 0 : number(text.substring(2), 16);
    }
    return text.length() > 1 && text.startsWith("0") ? number(text, 8) : number(text, 10);
  }

  private static long number(String digits, int radix) {
    try {
      return Long.parseLong(digits, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
