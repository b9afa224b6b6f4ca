/** The servers and the two applications as child processes: started, watched, stopped. */
@NullMarked
package io.gazetteer.standalone.processes;

import org.jspecify.annotations.NullMarked;
