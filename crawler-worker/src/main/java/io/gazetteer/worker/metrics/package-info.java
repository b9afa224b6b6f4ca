/** What a worker counts and times, for its management port. No label holds a host or a user. */
@NullMarked
package io.gazetteer.worker.metrics;

import org.jspecify.annotations.NullMarked;
