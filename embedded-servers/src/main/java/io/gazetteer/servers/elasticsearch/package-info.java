/** Starts a real Elasticsearch node from its jars, in a JVM of its own. */
@NullMarked
package io.gazetteer.servers.elasticsearch;

import org.jspecify.annotations.NullMarked;
