package io.gazetteer.common.index;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes sure that the search indexes exist. Thread safe, and safe between processes. */
public final class SearchIndexes {
  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;

  private final Rest5Client client;
  private final int shards;
  private final int replicas;

  SearchIndexes(Rest5Client client, int shards, int replicas) {
    this.client = client;
    this.shards = shards;
    this.replicas = replicas;
  }

  /** Creates each index whose alias is not there; one that another process just made is fine. */
  public void ensure() {
    for (IndexAlias alias : IndexAlias.values()) {
      if (!exists(alias)) {
        create(IndexDefinition.load(alias));
      }
    }
  }

  private boolean exists(IndexAlias alias) {
    try {
      return client.performRequest(new Request("HEAD", "/_alias/" + alias.alias())).getStatusCode()
          != NOT_FOUND;
    } catch (ResponseException e) {
      if (e.getResponse().getStatusCode() == NOT_FOUND) {
        return false;
      }
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void create(IndexDefinition definition) {
    var request = new Request("PUT", "/" + definition.indexName());
    request.setJsonEntity(definition.createBody(shards, replicas));
    try {
      client.performRequest(request);
    } catch (ResponseException e) {
      if (e.getResponse().getStatusCode() != BAD_REQUEST || !exists(definition.alias())) {
        throw new UncheckedIOException(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
