package io.gazetteer.standalone.judged;

import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a query for a search without a query language: its words and those of its
 * phrases. If there are only qualifiers, the names in them stand in.
 */
final class PlainWords {
  private static final Pattern PART = Pattern.compile("-?\"[^\"]*\"|\\S+");
  private static final Pattern QUALIFIER =
      Pattern.compile("(db|schema|table|column|type|kind|is|has):(.+)");
  private static final Pattern NAMED = Pattern.compile("schema|table|column");
  private static final Pattern SIGNS = Pattern.compile("[*?\"]");

  private PlainWords() {}

  static String of(String query) {
    var words = new ArrayList<String>();
    var names = new ArrayList<String>();
    var parts = PART.matcher(query);
    while (parts.find()) {
      var part = parts.group();
      var qualifier = QUALIFIER.matcher(part.toLowerCase(Locale.ROOT));
      if (qualifier.matches()) {
        if (NAMED.matcher(qualifier.group(1)).matches()) {
          names.add(withoutSigns(qualifier.group(2)));
        }
      } else if (!part.startsWith("-") && !part.equals("OR")) {
        words.add(withoutSigns(part));
      }
    }
    return String.join(" ", words.isEmpty() ? names : words);
  }

  private static String withoutSigns(String word) {
    return SIGNS.matcher(word).replaceAll("");
  }
}
