package io.gazetteer.api.pages.tables;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.table.TablePage.ColumnView;
import io.gazetteer.pages.table.TablePage.Columns;
import io.gazetteer.pages.table.TablePage.Field;
import io.gazetteer.pages.table.TablePage.Sort;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows a part of a table's columns: those that a filter leaves, sorted, some at a time. */
final class ColumnParts {
  static final int AT_ONCE = 200;
  private static final List<String> SORTS = List.of("position", "name", "type");

  private final TableAddress address;
  private final Function<JsonNode, ColumnView> view;

  /**
   * @param view shows a column
   */
  ColumnParts(TableAddress address, Function<JsonNode, ColumnView> view) {
    this.address = address;
    this.view = view;
  }

  Columns of(JsonNode columns) {
    var left = columns.valueStream().filter(fits(address.filter())).sorted(order()).toList();
    int from = start(left);
    int to = Math.min(from + AT_ONCE, left.size());
    return new Columns(
        address.path(),
        hidden(),
        address.filter(),
        SORTS.stream()
            .map(sort -> new Sort(sort, sort.equals(address.sort()), address.sortedBy(sort)))
            .toList(),
        note(from, to, left.size(), columns.size()),
        left.subList(from, to).stream().map(view).toList(),
        to < left.size() ? address.from(to) : null,
        from > 0 ? address.from(Math.max(0, from - AT_ONCE)) : null,
        address.filter().isEmpty() ? null : address.path());
  }

  private List<Field> hidden() {
    var fields = new ArrayList<>(address.identity());
    if (!address.sort().equals(SORTS.getFirst())) {
      fields.add(new Field("sort", address.sort()));
    }
    return fields;
  }

  private static String note(int from, int to, int left, int all) {
    var some = left == all ? Texts.number(all) : Texts.number(left) + " of " + Texts.number(all);
    return to - from == left
        ? some
        : "%s to %s of %s".formatted(Texts.number(from + 1), Texts.number(to), some);
  }

  /** A column that someone came for is in the part that is shown. */
  private int start(List<JsonNode> left) {
    var wanted = address.column();
    if (wanted != null && address.from() == 0) {
      return IntStream.range(0, left.size())
          .filter(i -> left.get(i).path("name").stringValue("").equals(wanted))
          .map(i -> i / AT_ONCE * AT_ONCE)
          .findFirst()
          .orElse(0);
    }
    return Math.clamp(address.from(), 0, Math.max(0, left.size() - 1));
  }

  private Comparator<JsonNode> order() {
    var position = Comparator.<JsonNode>comparingInt(column -> column.path("position").asInt(0));
    return switch (address.sort()) {
      case "name" ->
          Comparator.<JsonNode, String>comparing(column -> folded(column.path("name")))
              .thenComparing(position);
      case "type" ->
          Comparator.<JsonNode, String>comparing(column -> folded(column.path("data_type")))
              .thenComparing(position);
      default -> position;
    };
  }

  /** Each word stands in the name, the type or the comment. */
  private static Predicate<JsonNode> fits(String filter) {
    var words =
        Arrays.stream(filter.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    return column -> {
      var text =
          folded(column.path("name"))
              + "\n"
              + folded(column.path("data_type"))
              + "\n"
              + folded(column.path("comment"));
      return words.stream().allMatch(text::contains);
    };
  }

  private static String folded(@Nullable JsonNode text) {
    return text == null ? "" : text.stringValue("").toLowerCase(Locale.ROOT);
  }

  static String encoded(String text) {
    return Links.encoded(text);
  }
}
