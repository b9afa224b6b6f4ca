/** Starts, cancels and confirms crawls, and forgets old ones. */
@NullMarked
package io.gazetteer.api.crawls.control;

import org.jspecify.annotations.NullMarked;
