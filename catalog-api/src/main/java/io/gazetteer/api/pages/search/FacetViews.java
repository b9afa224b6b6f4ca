package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.search.CatalogSearch;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.search.SearchAnswer.FacetValue;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.Chip;
import io.gazetteer.pages.search.SearchPage.FacetValueView;
import io.gazetteer.pages.search.SearchPage.FacetView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows by what a search can be narrowed, and by what it is. */
final class FacetViews {
  private static final int AT_ONCE = 8;
  private static final String DATABASE = "database";
  private static final Map<String, String> TITLES =
      Map.of("kind", "Kind", DATABASE, "Database", "schema", "Schema", "type_family", "Type");

  /** The filters of each facet that can have several values. */
  private static final Map<String, List<String>> FILTERS =
      Map.of(
          DATABASE,
          List.of("db_name", "id"),
          "schema",
          List.of("schema"),
          "type_family",
          List.of("type_family"));

  private static final Map<String, String> LABELS =
      Map.of(
          "kind",
          "Kind",
          "db_name",
          "Database",
          "schema",
          "Schema",
          "type_family",
          "Type",
          "id",
          "Database",
          "hostname",
          "Host",
          "port",
          "Port",
          SearchUrl.MODE,
          "Read as",
          SearchUrl.FOLDED,
          "Copies");

  private final SearchUrl url;
  private final Links links;
  private final DataSourceSnapshot sources;

  FacetViews(SearchUrl url, Links links, DataSourceSnapshot sources) {
    this.url = url;
    this.links = links;
    this.sources = sources;
  }

  /**
   * Shows the facets of an answer. A facet of which values are chosen also offers those that could
   * be chosen besides: it is counted as if none were.
   */
  List<FacetView> of(SearchAnswer answer, CatalogSearch search) {
    var views = new ArrayList<FacetView>();
    for (String name : answer.facets().keySet()) {
      var counted = isChosen(name) ? search.page(unchosen(name).parameters(1)) : answer;
      var values = new ArrayList<>(counted.facets().getOrDefault(name, List.of()));
      answer.facets().getOrDefault(name, List.of()).stream()
          .filter(value -> values.stream().noneMatch(one -> one.value().equals(value.value())))
          .forEach(values::add);
      if (!values.isEmpty()) {
        views.add(view(name, values, counted));
      }
    }
    return views;
  }

  private boolean isChosen(String facet) {
    return FILTERS.getOrDefault(facet, List.of()).stream().anyMatch(url::has);
  }

  private SearchUrl unchosen(String facet) {
    var without = url;
    for (String filter : FILTERS.getOrDefault(facet, List.of())) {
      without = without.without(filter);
    }
    return without;
  }

  private FacetView view(String name, List<FacetValue> values, SearchAnswer counted) {
    var byLink = new LinkedHashMap<String, FacetValueView>();
    values.forEach(value -> byLink.put(value.value(), value(name, value)));
    var views = new ArrayList<>(byLink.values());
    // What is chosen stands where it can be taken off.
    views.sort((one, other) -> Boolean.compare(other.chosen(), one.chosen()));
    int shown = Math.min(AT_ONCE, views.size());
    // A single one more takes no more room than a line that hides it.
    shown = shown + 1 == views.size() ? views.size() : shown;
    return new FacetView(
        TITLES.getOrDefault(name, name),
        views.subList(0, shown),
        views.subList(shown, views.size()),
        unlisted(counted, name));
  }

  private FacetValueView value(String facet, FacetValue value) {
    var filter = facet;
    var chosenBy = value.value();
    var label = HitViews.kind(value.value());
    if (facet.equals(DATABASE)) {
      label = String.valueOf(value.label());
      boolean isByName = isByName(label);
      filter = isByName ? "db_name" : "id";
      chosenBy = isByName ? label : value.value();
      label = isByName ? label : label + hostOf(value.value());
    } else if (facet.equals("schema")) {
      label = value.value();
    }
    boolean chosen = url.has(filter, chosenBy) || (facet.equals(DATABASE) && hasId(value));
    var changed =
        chosen
            ? url.without(filter, chosenBy).without("id", value.value())
            : filter.equals("kind") ? url.withOnly(filter, chosenBy) : url.with(filter, chosenBy);
    return new FacetValueView(label, Texts.number(value.count()), chosen, links.to(changed.path()));
  }

  private boolean hasId(FacetValue value) {
    return url.has("id", value.value());
  }

  /**
   * Whether a database is chosen by its name; otherwise by the id of its data source. All are
   * chosen in the same way, since a hit must fit every parameter.
   */
  private boolean isByName(String dbName) {
    return !url.has("id")
        && (url.has("db_name")
            || sources.matching(source -> source.dbName().equals(dbName)).size() == 1);
  }

  private String hostOf(String id) {
    return sources.find(id).map(source -> " on " + source.hostname()).orElse("");
  }

  private static @Nullable String unlisted(SearchAnswer answer, String facet) {
    var others = answer.facetOthers().get(facet);
    return others == null || others.count() == 0
        ? null
        : Texts.count(others.count(), "hit has", "hits have") + " values that are not listed.";
  }

  List<Chip> chips() {
    return url.parameters().stream()
        .map(
            filter ->
                new Chip(
                    LABELS.getOrDefault(filter.name(), filter.name()),
                    chosen(filter.name(), filter.value()),
                    links.to(url.without(filter.name(), filter.value()).path())))
        .toList();
  }

  private String chosen(String filter, String value) {
    return switch (filter) {
      case "kind", "type_family" -> HitViews.kind(value);
      case SearchUrl.FOLDED -> "of one hit";
      case "id" ->
          sources
              .find(value)
              .map(source -> source.dbName() + " on " + source.hostname())
              .orElse(value);
      default -> value;
    };
  }
}
