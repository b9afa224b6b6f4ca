/** Runs the Elasticsearch node in its own process. */
@NullMarked
package io.gazetteer.servers.node;

import org.jspecify.annotations.NullMarked;
