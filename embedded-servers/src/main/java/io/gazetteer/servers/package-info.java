/** Runs real servers from Maven Central artifacts as child processes, without any catalog. */
@NullMarked
package io.gazetteer.servers;

import org.jspecify.annotations.NullMarked;
