/** Starts, shows, cancels and confirms crawls. */
@NullMarked
package io.gazetteer.api.crawls;

import org.jspecify.annotations.NullMarked;
