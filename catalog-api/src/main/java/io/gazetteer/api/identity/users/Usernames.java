package io.gazetteer.api.identity.users;

import java.util.regex.Pattern;

/** Says what a name of a user looks like. */
final class Usernames {
  static final String RULE = "has up to 64 letters, digits, dots, dashes, _ and @";
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@-]{1,64}");

  private Usernames() {}

  static boolean areLike(String name) {
    return NAME.matcher(name).matches();
  }
}
