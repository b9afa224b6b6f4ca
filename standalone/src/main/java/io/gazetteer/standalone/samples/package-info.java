/** Starts and fills the two sample databases, and registers them as any user would. */
@NullMarked
package io.gazetteer.standalone.samples;

import org.jspecify.annotations.NullMarked;
