/** The Elasticsearch node's own process. */
@NullMarked
package io.gazetteer.servers.node;

import org.jspecify.annotations.NullMarked;
