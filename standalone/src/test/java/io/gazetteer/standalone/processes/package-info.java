@NullMarked
package io.gazetteer.standalone.processes;

import org.jspecify.annotations.NullMarked;
