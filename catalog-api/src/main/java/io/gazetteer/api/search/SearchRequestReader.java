package io.gazetteer.api.search;

import io.gazetteer.api.search.query.KindNames;
import io.gazetteer.api.search.query.QueryMistakeException;
import io.gazetteer.api.search.question.AskedText;
import io.gazetteer.api.search.question.AskedText.Way;
import io.gazetteer.api.sources.DataSourceDirectory;
import io.gazetteer.api.sources.WantedDataSources;
import io.gazetteer.api.web.input.FromRequest;
import io.gazetteer.api.web.input.Parameters;
import io.gazetteer.api.web.problems.Problem;
import io.gazetteer.common.index.Fields;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads search requests from parameters. Thread safe. */
@Component
@FromRequest
final class SearchRequestReader {
  private static final String KIND = "kind";
  private static final String MODE = "mode";
  private static final String FOLDED = "folded";

  private final DataSourceDirectory sources;

  SearchRequestReader(DataSourceDirectory sources) {
    this.sources = sources;
  }

  /**
   * Reads a request.
   *
   * @param mayFold whether hits can be folded at all
   * @throws Problem that names every wrong parameter
   */
  SearchRequest read(Parameters parameters, int limit, boolean mayFold) {
    var text = parameters.text("q");
    boolean explain = parameters.flag("explain");
    boolean fold = parameters.flag("fold", true);
    var filters = new LinkedHashMap<String, List<String>>();
    var kinds = kinds(parameters, filters);
    put(filters, Fields.SCHEMA, parameters.all("schema"));
    put(
        filters,
        Fields.TYPE_FAMILY,
        parameters.all("type_family").stream()
            .map(family -> family.toLowerCase(Locale.ROOT))
            .toList());
    addSources(parameters, filters);
    var folded = foldKey(parameters);
    folded.ifPresent(key -> filters.put(Fields.FOLD, List.of(key)));
    var way = way(parameters);
    parameters.check();
    return new SearchRequest(
        parse(text, way), kinds, filters, limit, mayFold && fold && folded.isEmpty(), explain);
  }

  /**
   * Reads a question, whatever it looks like.
   *
   * @throws Problem that names every wrong parameter
   */
  SearchRequest readQuestion(Parameters parameters, int limit) {
    var text = parameters.text("q");
    var filters = new LinkedHashMap<String, List<String>>();
    put(filters, Fields.SCHEMA, parameters.all("schema"));
    addSources(parameters, filters);
    parameters.check();
    return new SearchRequest(
        parse(text, Way.QUESTION), SearchedKinds.TABLES, filters, limit, true, false);
  }

  /** The key of hits that were folded into one, all of which are asked for. */
  private static Optional<String> foldKey(Parameters parameters) {
    try {
      return parameters.find(FOLDED).map(key -> String.valueOf(Long.parseLong(key)));
    } catch (NumberFormatException e) {
      parameters.refuse(FOLDED, "must be the key of a hit that stands for others");
      return Optional.empty();
    }
  }

  private void addSources(Parameters parameters, Map<String, List<String>> filters) {
    var wanted = WantedDataSources.of(parameters);
    if (!wanted.isAny()) {
      filters.put(Fields.DATA_SOURCE_ID, sources.now().matching(wanted::fits));
    }
  }

  /** A kind of relation is a filter; all tables, or all columns, are an index of their own. */
  private static SearchedKinds kinds(Parameters parameters, Map<String, List<String>> filters) {
    var name = parameters.find(KIND).map(kind -> kind.toLowerCase(Locale.ROOT));
    if (name.isEmpty()) {
      return SearchedKinds.ALL;
    }
    var kind = name.get();
    if (kind.equals(KindNames.COLUMN)) {
      return SearchedKinds.COLUMNS;
    }
    if (!KindNames.RELATIONS.contains(kind)) {
      parameters.refuse(KIND, "must be column or one of " + String.join(", ", KindNames.RELATIONS));
    } else if (!kind.equals(KindNames.TABLE)) {
      filters.put(Fields.KIND, List.of(kind));
    }
    return SearchedKinds.TABLES;
  }

  private static void put(Map<String, List<String>> filters, String field, List<String> values) {
    if (!values.isEmpty()) {
      filters.put(field, values);
    }
  }

  private static Way way(Parameters parameters) {
    var name = parameters.find(MODE).map(mode -> mode.toUpperCase(Locale.ROOT)).orElse("AUTO");
    var way = Arrays.stream(Way.values()).filter(one -> one.name().equals(name)).findFirst();
    if (way.isEmpty()) {
      parameters.refuse(MODE, "must be auto, names or question");
    }
    return way.orElse(Way.AUTO);
  }

  private static AskedText parse(String text, Way way) {
    try {
      return AskedText.read(text, way);
    } catch (QueryMistakeException e) {
      throw Problem.query("q", String.valueOf(e.getMessage()), e.position(), e.hint());
    }
  }
}
