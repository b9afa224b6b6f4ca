package io.gazetteer.api.sources;

/**
 * Raised inside the transaction that adds, changes or deletes a data source in this process: for
 * what remembers them, to be taken note of after the commit.
 */
public record DataSourcesChanged() {}
