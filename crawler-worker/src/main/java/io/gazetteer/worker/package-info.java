/** The crawler worker: plans crawls, introspects batches, indexes what changed, finishes. */
@NullMarked
package io.gazetteer.worker;

import org.jspecify.annotations.NullMarked;
