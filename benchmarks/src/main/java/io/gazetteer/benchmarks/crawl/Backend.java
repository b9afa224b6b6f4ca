package io.gazetteer.benchmarks.crawl;

import io.gazetteer.benchmarks.frame.Workspace;
import io.gazetteer.servers.FreePorts;
import io.gazetteer.servers.elasticsearch.EmbeddedElasticsearch;
import io.gazetteer.servers.postgresql.EmbeddedPostgres;

/** The servers that all deployments of a benchmark share; data sources keep them apart. */
public record Backend(EmbeddedPostgres catalog, EmbeddedElasticsearch elasticsearch) {
  private static final int ELASTICSEARCH_HEAP_MEGABYTES = 2048;

  public static Backend start(Workspace workspace) {
    var catalog = workspace.keep(EmbeddedPostgres.start(workspace.path("catalog")));
    var elasticsearch =
        workspace.keep(
            EmbeddedElasticsearch.start(
                workspace.path("elasticsearch"), FreePorts.free(), ELASTICSEARCH_HEAP_MEGABYTES));
    return new Backend(catalog, elasticsearch);
  }
}
