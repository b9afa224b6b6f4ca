package io.gazetteer.api.schema;

/** A table document, without its description. */
record TableRef(String documentId, String schema, String name, int columnCount) {}
