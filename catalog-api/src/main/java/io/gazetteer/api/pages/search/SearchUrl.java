package io.gazetteer.api.pages.search;

import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The address of a search: its text and its filters. Immutable. */
final class SearchUrl {
  static final String QUERY = "q";
  static final String CURSOR = "cursor";
  static final String FOLDED = "folded";

  /** How the text is to be read. */
  static final String MODE = "mode";

  /** The filters of the page, which are parameters of the API. */
  static final List<String> FILTERS =
      List.of("kind", "db_name", "schema", "type_family", "id", "hostname", "port", MODE, FOLDED);

  static final Set<String> KNOWN =
      Stream.concat(Stream.of(QUERY, CURSOR), FILTERS.stream())
          .collect(Collectors.toUnmodifiableSet());

  private final String text;
  private final Map<String, List<String>> filters;

  private SearchUrl(String text, Map<String, List<String>> filters) {
    this.text = text;
    this.filters = filters;
  }

  static SearchUrl of(Map<String, String[]> parameters) {
    var filters = new LinkedHashMap<String, List<String>>();
    for (String name : FILTERS) {
      var values =
          List.of(parameters.getOrDefault(name, new String[0])).stream()
              .filter(value -> !value.isEmpty())
              .toList();
      if (!values.isEmpty()) {
        filters.put(name, values);
      }
    }
    var given = parameters.getOrDefault(QUERY, new String[0]);
    return new SearchUrl(given.length == 0 ? "" : given[0], filters);
  }

  static SearchUrl of(String text) {
    return new SearchUrl(text, Map.of());
  }

  String text() {
    return text;
  }

  Map<String, List<String>> filters() {
    return filters;
  }

  List<Parameter> parameters() {
    return filters.entrySet().stream()
        .flatMap(
            filter ->
                filter.getValue().stream().map(value -> new Parameter(filter.getKey(), value)))
        .toList();
  }

  boolean has(String filter, String value) {
    return filters.getOrDefault(filter, List.of()).contains(value);
  }

  SearchUrl withText(String other) {
    return new SearchUrl(other, filters);
  }

  /** Whether a filter holds. */
  boolean has(String filter) {
    return filters.containsKey(filter);
  }

  /** The search without a filter. */
  SearchUrl without(String filter) {
    return withAll(filter, List.of());
  }

  /** The parameters of the API that ask for this search and so many hits. */
  Parameters parameters(int limit) {
    var values = new LinkedHashMap<String, String[]>();
    values.put(QUERY, new String[] {text});
    values.put("limit", new String[] {String.valueOf(limit)});
    filters.forEach((name, given) -> values.put(name, given.toArray(String[]::new)));
    return new Parameters(values);
  }

  /** The search with one more value of a filter. */
  SearchUrl with(String filter, String value) {
    var values = new ArrayList<>(filters.getOrDefault(filter, List.of()));
    values.add(value);
    return withAll(filter, values);
  }

  /** The search with this as the only value of a filter. */
  SearchUrl withOnly(String filter, String value) {
    return withAll(filter, List.of(value));
  }

  SearchUrl without(String filter, String value) {
    var values = new ArrayList<>(filters.getOrDefault(filter, List.of()));
    values.remove(value);
    return withAll(filter, values);
  }

  private SearchUrl withAll(String filter, List<String> values) {
    var changed = new LinkedHashMap<>(filters);
    if (values.isEmpty()) {
      changed.remove(filter);
    } else {
      changed.put(filter, values);
    }
    return new SearchUrl(text, changed);
  }

  /** The path from the first page. */
  String path() {
    return path("search");
  }

  String path(String page) {
    var path = new StringBuilder(page).append("?q=").append(Links.encoded(text));
    filters.forEach(
        (name, values) ->
            values.forEach(
                value -> path.append('&').append(name).append('=').append(Links.encoded(value))));
    return path.toString();
  }

  String pageBehind(String cursor) {
    return path() + "&cursor=" + Links.encoded(cursor);
  }
}
