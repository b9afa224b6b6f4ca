/** Starts, watches and stops child processes, and finds them again after their parent died. */
@NullMarked
package io.gazetteer.servers.process;

import org.jspecify.annotations.NullMarked;
