package io.gazetteer.worker.index;

import java.util.Map;

/**
 * Counts what the index holds for one data source.
 *
 * @param relations the ids of all relations, with the number of column documents each should have
 * @param columns the number of column documents that are there, by the relation's id
 */
public record IndexContents(Map<String, Integer> relations, Map<String, Integer> columns) {}
