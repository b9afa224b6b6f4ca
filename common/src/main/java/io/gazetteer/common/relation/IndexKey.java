package io.gazetteer.common.relation;

import org.jspecify.annotations.Nullable;

/**
 * Says how one column or expression of an index is kept.
 *
 * @param direction {@code asc} or {@code desc}; null when the index has no order
 * @param nulls {@code first} or {@code last}; null when the index has no order, or the source has
 *     no choice
 * @param prefixLength how much of a text the index holds; null when it holds all of it
 * @param operatorClass null when it is the usual one of the type
 */
public record IndexKey(
    @Nullable String direction,
    @Nullable String nulls,
    @Nullable Integer prefixLength,
    @Nullable String operatorClass) {}
