package io.gazetteer.api.search.joins;

import io.gazetteer.api.schema.formats.DescribedTable.TableColumn;
import io.gazetteer.api.search.joins.DescribedTables.Place;
import io.gazetteer.common.index.Fields;
import io.gazetteer.common.index.IndexAlias;
import io.gazetteer.common.index.IndexServer;
import io.gazetteer.common.index.Queries;
import io.gazetteer.common.relation.TableName;
import io.gazetteer.common.words.IdentifierAnalyzer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds tables that share the name of a column with a table, one of the two being a key. Whether
 * they belong together is looked at later. Thread safe.
 */
@Component
final class LikelyNeighbours {
  private static final int MOST = 90;

  /** Elasticsearch refuses queries of very many clauses, and a key is one of the first columns. */
  private static final int MOST_WAYS = 200;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final IdentifierAnalyzer ANALYZER = IdentifierAnalyzer.standard();

  private final IndexServer server;
  private final DescribedTables tables;

  LikelyNeighbours(IndexServer server, DescribedTables tables) {
    this.server = server;
    this.tables = tables;
  }

  /** Returns the tables in a new set. */
  Set<TableName> of(Place table) {
    var description = tables.read(table.dataSourceId(), List.of(table.table())).get(table.table());
    var ways = new ArrayList<ObjectNode>();
    if (description != null) {
      ways.add(columnsNamedAfter(table));
      for (TableColumn column : description.columns()) {
        var name = column.name().toLowerCase(Locale.ROOT);
        var same = Queries.term(Fields.NAME_FOLDED, name);
        ways.add(
            column.isKey()
                ? same
                : Queries.allOf(List.of(same, Queries.term(Fields.PRIMARY_KEY, true))));
        addKeyOfNamed(ANALYZER.words(name), ways);
      }
    }
    var found = new LinkedHashSet<TableName>();
    if (!ways.isEmpty()) {
      for (JsonNode hit : search(table, ways.subList(0, Math.min(ways.size(), MOST_WAYS)))) {
        found.add(
            new TableName(
                hit.path(Fields.SCHEMA).path(0).asString(""),
                hit.path(Fields.TABLE).path(0).asString("")));
      }
    }
    return found;
  }

  /** The key of the table that a column is called after: customer_id, of customers. */
  private static void addKeyOfNamed(String words, List<ObjectNode> ways) {
    int last = words.lastIndexOf(' ');
    if (last > 0) {
      var all = new ArrayList<ObjectNode>();
      all.add(Queries.term(Fields.PRIMARY_KEY, true));
      all.add(Queries.term(Fields.NAME_WORDS, words.substring(last + 1)));
      List.of(words.substring(0, last).split(" "))
          .forEach(word -> all.add(Queries.term(Fields.TABLE_WORDS, word)));
      ways.add(Queries.allOf(all));
    }
  }

  private static ObjectNode columnsNamedAfter(Place table) {
    var all = new ArrayList<ObjectNode>();
    List.of(ANALYZER.words(table.name()).split(" "))
        .forEach(word -> all.add(Queries.term(Fields.NAME_WORDS, word)));
    return Queries.allOf(all);
  }

  private List<JsonNode> search(Place table, List<ObjectNode> ways) {
    var body = JSON.createObjectNode();
    body.put("size", MOST).put("_source", false).put("track_total_hits", false);
    body.put("timeout", "5s");
    body.set(
        "query",
        Queries.allOf(
            List.of(
                Queries.term(Fields.DATA_SOURCE_ID, table.dataSourceId().toString()),
                Queries.anyOf(ways))));
    body.putArray("docvalue_fields").add(Fields.SCHEMA).add(Fields.TABLE);
    return server
        .post(
            "/" + IndexAlias.COLUMNS.alias() + "/_search",
            Map.of("filter_path", "hits.hits.fields"),
            body)
        .at("/hits/hits")
        .valueStream()
        .map(hit -> hit.path("fields"))
        .toList();
  }
}
