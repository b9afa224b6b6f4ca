/** What is counted about crawls, queues and data sources, for the management port. */
@NullMarked
package io.gazetteer.api.operations.metrics;

import org.jspecify.annotations.NullMarked;
