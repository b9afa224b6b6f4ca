package io.gazetteer.worker.introspect.mysql;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a COLUMN_TYPE apart: MariaDB writes what a type is besides in comments behind it, as in
 * {@code text /*M!100301 COMPRESSED*}{@code /}.
 */
record TypeText(String type, @Nullable String remark) {
  private static final Pattern REMARK =
      Pattern.compile("\\s*/\\*(?:M?!\\d*)?\\s*([^*]*?)\\s*\\*/\\s*$");

  static TypeText of(String columnType) {
    var type = columnType;
    String remark = null;
    for (var found = REMARK.matcher(type); found.find(); found = REMARK.matcher(type)) {
      remark = remark == null ? found.group(1) : found.group(1) + " " + remark;
      type = type.substring(0, found.start());
    }
    return new TypeText(type, remark);
  }
}
