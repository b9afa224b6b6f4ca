package io.gazetteer.api.pages.search;

import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.search.SearchAnswer;
import io.gazetteer.api.search.SearchAnswer.FacetValue;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.search.SearchPage.Chip;
import io.gazetteer.pages.search.SearchPage.FacetValueView;
import io.gazetteer.pages.search.SearchPage.FacetView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows by what a search can be narrowed, and by what it is. */
final class FacetViews {
  private static final Map<String, String> TITLES =
      Map.of(
          "kind", "Kind",
          "database", "Database",
          "schema", "Schema",
          "type_family", "Type");
  private static final Map<String, String> LABELS =
      Map.of(
          "kind", "Kind",
          "db_name", "Database",
          "schema", "Schema",
          "type_family", "Type",
          "id", "Data source",
          "hostname", "Host",
          "port", "Port");

  private final SearchUrl url;
  private final Links links;

  FacetViews(SearchUrl url, Links links) {
    this.url = url;
    this.links = links;
  }

  List<FacetView> of(SearchAnswer answer) {
    var views = new ArrayList<FacetView>();
    answer
        .facets()
        .forEach(
            (name, values) -> {
              if (!values.isEmpty()) {
                views.add(
                    new FacetView(
                        TITLES.getOrDefault(name, name),
                        values.stream().map(value -> value(name, value)).toList(),
                        others(answer, name)));
              }
            });
    return views;
  }

  private FacetValueView value(String facet, FacetValue value) {
    var filter = facet.equals("database") ? "db_name" : facet;
    var chosenBy =
        facet.equals("database") && value.label() != null ? value.label() : value.value();
    boolean chosen = url.has(filter, chosenBy);
    var changed =
        chosen
            ? url.without(filter, chosenBy)
            : filter.equals("kind") ? url.withOnly(filter, chosenBy) : url.with(filter, chosenBy);
    return new FacetValueView(
        facet.equals("kind") || facet.equals("type_family") ? HitViews.kind(chosenBy) : chosenBy,
        Texts.number(value.count()),
        chosen,
        links.to(changed.path()));
  }

  private static @Nullable String others(SearchAnswer answer, String facet) {
    var others = answer.facetOthers().get(facet);
    return others == null || others.count() == 0
        ? null
        : Texts.number(others.count()) + " in others";
  }

  List<Chip> chips() {
    return url.parameters().stream()
        .map(
            filter ->
                new Chip(
                    LABELS.getOrDefault(filter.name(), filter.name()),
                    HitViews.kind(filter.value()),
                    links.to(url.without(filter.name(), filter.value()).path())))
        .toList();
  }
}
