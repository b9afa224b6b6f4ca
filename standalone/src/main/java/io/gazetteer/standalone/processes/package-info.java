/** Starts, watches and stops the servers and the two applications as child processes. */
@NullMarked
package io.gazetteer.standalone.processes;

import org.jspecify.annotations.NullMarked;
