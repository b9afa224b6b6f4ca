/** Holds what operators look at and do: health, metrics, dead letters, the index as a whole. */
@NullMarked
package io.gazetteer.api.operations;

import org.jspecify.annotations.NullMarked;
