package io.gazetteer.common.relation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Names what may be unknown about a relation; the JSON name is the constant in lower case. */
public enum Fact {
  /** The server cannot open the table, and writes its complaint where the comment was. */
  COMMENT,
  /** There may be columns that the user may not see, and keys, indexes and checks over them. */
  COLUMNS,
  /** What foreign keys do when the other row is deleted or its key changes. */
  FOREIGN_KEY_ACTIONS,
  VIEW_DEFINITION,
  /** What an older version of this program did not read; the next crawl does. */
  NEWER_FACTS;

  @JsonValue
  public String jsonName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
