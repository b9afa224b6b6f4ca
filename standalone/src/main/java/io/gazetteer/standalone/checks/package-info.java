/** Checks port, disk and memory before anything starts. */
@NullMarked
package io.gazetteer.standalone.checks;

import org.jspecify.annotations.NullMarked;
