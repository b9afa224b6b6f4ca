/** Child processes: started, watched, stopped, and found again after their parent died. */
@NullMarked
package io.gazetteer.servers.process;

import org.jspecify.annotations.NullMarked;
