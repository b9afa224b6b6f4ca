package io.gazetteer.servers.testing;

/** An Elasticsearch node without security that somebody else stops. */
public interface ElasticsearchServer {
  /** For example {@code http://127.0.0.1:9200}. */
  String url();
}
