/** Starts a real PostgreSQL server from its binaries. */
@NullMarked
package io.gazetteer.servers.postgresql;

import org.jspecify.annotations.NullMarked;
