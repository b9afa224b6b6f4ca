package io.gazetteer.worker;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the index holds, read by a road of its own. */
final class IndexedDocuments {
  private final Rest5Client client;

  IndexedDocuments(ApplicationContext worker) {
    client = worker.getBean(Rest5Client.class);
  }

  /** {@code schema.table} of each table document. */
  Set<String> tables(UUID dataSource) {
    var names = new TreeSet<String>();
    for (JsonNode hit : hits("gazetteer-tables", dataSource)) {
      names.add(hit.at("/_source/schema").asString() + "." + hit.at("/_source/name").asString());
    }
    return names;
  }

  /** {@code table.column} of each column document. */
  Set<String> columns(UUID dataSource) {
    var names = new TreeSet<String>();
    for (JsonNode hit : hits("gazetteer-columns", dataSource)) {
      names.add(hit.at("/_source/table").asString() + "." + hit.at("/_source/name").asString());
    }
    return names;
  }

  /** The indexes that are there, behind an alias or not. */
  Set<String> names() {
    return new TreeSet<>(call("GET", "/gazetteer-*").propertyNames());
  }

  JsonNode hits(String alias, UUID dataSource) {
    call("POST", "/" + alias + "/_refresh");
    return searched(alias, dataSource, "*");
  }

  /** What a search sees now, which may be less than what was written. */
  JsonNode searched(String alias, UUID dataSource, String fields) {
    return call(
            "GET",
            "/%s/_search?size=10000&version=true&routing=%s&q=data_source_id:%s&_source_includes=%s"
                .formatted(alias, dataSource, dataSource, fields))
        .at("/hits/hits");
  }

  /** Every document by its id, without what says when and by which crawl it was written. */
  Map<String, String> digest(UUID source, boolean withFingerprint) {
    var digest = new TreeMap<String, String>();
    for (var alias : Set.of("gazetteer-tables", "gazetteer-columns")) {
      for (var hit : hits(alias, source)) {
        var fields = new TreeMap<String, String>();
        hit.path("_source")
            .properties()
            .forEach(field -> fields.put(field.getKey(), field.getValue().toString()));
        fields.keySet().removeAll(Set.of("epoch", "crawled_at"));
        if (!withFingerprint) {
          fields.remove("fingerprint");
        }
        digest.put(alias + "/" + hit.path("_id").asString(), fields.toString());
      }
    }
    return digest;
  }

  /** Makes everything written so far visible to searches. */
  void refresh() {
    call("POST", "/gazetteer-tables,gazetteer-columns/_refresh");
  }

  /** Loses all documents of a data source. */
  void delete(UUID dataSource) {
    for (String alias : List.of("gazetteer-tables", "gazetteer-columns")) {
      for (JsonNode hit : hits(alias, dataSource)) {
        call(
            "DELETE",
            "/" + alias + "/_doc/" + hit.path("_id").asString() + "?routing=" + dataSource);
      }
    }
  }

  /** How many documents were ever written or deleted. */
  long writes() {
    var total = call("GET", "/_stats/indexing").at("/_all/primaries/indexing");
    return total.path("index_total").asLong() + total.path("delete_total").asLong();
  }

  JsonNode call(String method, String endpoint) {
    return call(new Request(method, endpoint));
  }

  JsonNode call(String method, String endpoint, String json) {
    var request = new Request(method, endpoint);
    request.setJsonEntity(json);
    return call(request);
  }

  private JsonNode call(Request request) {
    try (var body = client.performRequest(request).getEntity().getContent()) {
      return JsonMapper.shared().readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
