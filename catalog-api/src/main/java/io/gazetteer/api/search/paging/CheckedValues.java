package io.gazetteer.api.search.paging;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The values of a JSON array from front to back, each checked before it is used. */
final class CheckedValues {
  private static final int NAMES = 4;

  private final Iterator<JsonNode> left;

  CheckedValues(JsonNode array) {
    this.left = array.iterator();
  }

  boolean hasNext() {
    return left.hasNext();
  }

  String text(int longest) throws MadeUpException {
    return next(value -> isText(value, longest)).stringValue();
  }

  @Nullable String textOrNull(int longest) throws MadeUpException {
    var value = next(text -> text.isNull() || isText(text, longest));
    return value.isNull() ? null : value.stringValue();
  }

  boolean flag() throws MadeUpException {
    return next(JsonNode::isBoolean).booleanValue();
  }

  int count() throws MadeUpException {
    return next(value -> value.isInt() && value.intValue() >= 0).intValue();
  }

  CheckedValues array() throws MadeUpException {
    return new CheckedValues(next(JsonNode::isArray));
  }

  /** The score and the names that hits are sorted by, and nothing behind them. */
  List<JsonNode> sortValues() throws MadeUpException {
    var values = new ArrayList<JsonNode>();
    values.add(next(JsonNode::isNumber));
    while (values.size() <= NAMES) {
      values.add(next(value -> value.isNull() || value.isString()));
    }
    MadeUpException.unless(!hasNext());
    return values;
  }

  private JsonNode next(Predicate<JsonNode> isRight) throws MadeUpException {
    MadeUpException.unless(left.hasNext());
    var value = left.next();
    MadeUpException.unless(isRight.test(value));
    return value;
  }

  private static boolean isText(JsonNode value, int longest) {
    return value.isString() && value.stringValue().length() <= longest;
  }
}
