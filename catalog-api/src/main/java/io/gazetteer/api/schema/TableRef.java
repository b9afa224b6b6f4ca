package io.gazetteer.api.schema;

/** Names a table document, without its description. */
record TableRef(String documentId, String schema, String name, int columnCount) {}
