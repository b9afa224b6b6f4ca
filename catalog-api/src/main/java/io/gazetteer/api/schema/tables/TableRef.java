package io.gazetteer.api.schema.tables;

/** Names a table document, without its description. */
public record TableRef(String documentId, String schema, String name, int columnCount) {}
