/** The page of a diagram. */
@NullMarked
package io.gazetteer.pages.diagram;

import org.jspecify.annotations.NullMarked;
