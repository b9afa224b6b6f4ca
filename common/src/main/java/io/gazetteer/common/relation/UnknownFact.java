package io.gazetteer.common.relation;

import org.jspecify.annotations.Nullable;

/**
 * Says that a crawl could not see something of a relation, which therefore is neither "none" nor
 * gone.
 *
 * @param lastKnown whether the relation shows what an earlier crawl saw; otherwise it shows nothing
 * @param right the right that the user lacks, for example {@code SHOW VIEW}; null when no right
 *     would help
 * @param grant the statement that gives it; null when no right would help
 */
public record UnknownFact(
    Fact fact, boolean lastKnown, @Nullable String right, @Nullable String grant) {}
