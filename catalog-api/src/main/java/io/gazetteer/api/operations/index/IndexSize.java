package io.gazetteer.api.operations.index;

import org.jspecify.annotations.Nullable;

/**
 * An index in use.
 *
 * @param documents none are counted of an index that is closed
 * @param bytes on disk, with replicas
 * @param state in lower case
 */
public record IndexSize(
    String alias,
    String index,
    int definitionVersion,
    String state,
    @Nullable Long documents,
    @Nullable Long bytes) {}
