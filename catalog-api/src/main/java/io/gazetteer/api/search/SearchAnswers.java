package io.gazetteer.api.search;

import io.gazetteer.api.index.Refill;
import io.gazetteer.api.search.SearchAnswer.Total;
import io.gazetteer.api.search.hits.Hit;
import io.gazetteer.api.search.hits.HitReader;
import io.gazetteer.api.search.hits.Partitions;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.DataSourceSnapshot;
import io.gazetteer.common.index.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the API's answers from those of Elasticsearch. Thread safe. */
@Component
final class SearchAnswers {
  private final DataSourceDirectory directory;
  private final Partitions partitions;
  private final Refill refill;
  private final UnknownNames unknown;

  SearchAnswers(
      DataSourceDirectory directory, Partitions partitions, Refill refill, UnknownNames unknown) {
    this.directory = directory;
    this.partitions = partitions;
    this.refill = refill;
    this.unknown = unknown;
  }

  /** Refuses a first page that is empty since the index was lost. */
  void requireWhole(FoundPage page) {
    if (page.total() == 0) {
      refill.requireNone(Optional.empty());
    }
  }

  SearchAnswer of(SearchRequest request, FoundPage page, long tookMs) {
    requireWhole(page);
    var answer = page.answer();
    var sources = sources(page);
    var counted = answer.path("aggregations");
    var hits = hits(request, page, sources);
    var words = AnsweredWords.of(request, page, hits);
    return new SearchAnswer(
        hits,
        new Total(page.total(), answer.at("/hits/total/relation").asString("eq")),
        facets(counted, facet -> facet.values(counted, sources)),
        facets(counted, facet -> facet.others(counted)),
        words.mode(),
        words.ignored(),
        words.unmatched(),
        unknown.of(request, page.total() == 0),
        page.cursor(),
        page.query().didYouMean(),
        tookMs);
  }

  /** The hits of a page, without those of a data source that was deleted meanwhile. */
  List<Hit> hits(SearchRequest request, FoundPage page) {
    return hits(request, page, sources(page));
  }

  private List<Hit> hits(SearchRequest request, FoundPage page, DataSourceSnapshot sources) {
    var reader =
        page.isOfQuestion()
            ? HitReader.ofQuestion(page.query(), request.explain())
            : HitReader.ofNames(page.query(), request.explain());
    var counts = partitions.of(page.hits());
    var hits = new ArrayList<Hit>();
    for (JsonNode hit : page.hits()) {
      sources
          .find(sourceId(hit))
          .map(source -> reader.read(hit, source, counts.get(hit.path("_id").asString())))
          .ifPresent(hits::add);
    }
    return hits;
  }

  private DataSourceSnapshot sources(FoundPage page) {
    var sources = directory.now();
    for (JsonNode hit : page.hits()) {
      var id = sourceId(hit);
      if (sources.find(id).isEmpty() && !sources.hidden().contains(id)) {
        return directory.again();
      }
    }
    return sources;
  }

  private static String sourceId(JsonNode hit) {
    return hit.path("_source").path(Fields.DATA_SOURCE_ID).asString("");
  }

  private static <T> Map<String, T> facets(JsonNode aggregations, Function<Facet, T> part) {
    var facets = new LinkedHashMap<String, T>();
    for (Facet facet : Facet.values()) {
      if (facet.isIn(aggregations)) {
        facets.put(facet.jsonName(), part.apply(facet));
      }
    }
    return facets;
  }
}
