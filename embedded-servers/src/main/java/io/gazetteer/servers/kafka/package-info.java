/** Starts a real Kafka broker from its jars, in a JVM of its own. */
@NullMarked
package io.gazetteer.servers.kafka;

import org.jspecify.annotations.NullMarked;
