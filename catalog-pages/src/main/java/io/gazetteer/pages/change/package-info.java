/** The page of what changed. */
@NullMarked
package io.gazetteer.pages.change;

import org.jspecify.annotations.NullMarked;
