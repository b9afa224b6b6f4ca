package io.gazetteer.common.index;

import java.time.Instant;

/**
 * Describes an index that exists, whether its alias points at it or not.
 *
 * @param uuid another one for each index that is made, also under the same name
 * @param definitionVersion the version of the definition it was made from; 0 when it says none
 * @param inUse whether the alias stands for it
 */
public record SearchIndex(
    IndexAlias alias,
    String name,
    String uuid,
    int definitionVersion,
    Instant createdAt,
    boolean inUse) {}
