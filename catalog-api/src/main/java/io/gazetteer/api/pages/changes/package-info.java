/** The page of what crawls found to have changed. */
@NullMarked
package io.gazetteer.api.pages.changes;

import org.jspecify.annotations.NullMarked;
