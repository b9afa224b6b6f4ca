/** Starts the crawls that are due. */
@NullMarked
package io.gazetteer.api.schedule;

import org.jspecify.annotations.NullMarked;
