package io.gazetteer.servers.testing;

/** Is an Elasticsearch node without security that somebody else stops. */
public interface ElasticsearchServer {
  /** Returns the address, for example {@code http://127.0.0.1:9200}. */
  String url();
}
