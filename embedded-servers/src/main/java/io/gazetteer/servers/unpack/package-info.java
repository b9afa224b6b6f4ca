/** Unpacks server binaries from the jars they are published in. */
@NullMarked
package io.gazetteer.servers.unpack;

import org.jspecify.annotations.NullMarked;
