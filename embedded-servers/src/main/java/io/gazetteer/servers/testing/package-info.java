/** Holds the servers that all tests of a JVM share. */
@NullMarked
package io.gazetteer.servers.testing;

import org.jspecify.annotations.NullMarked;
