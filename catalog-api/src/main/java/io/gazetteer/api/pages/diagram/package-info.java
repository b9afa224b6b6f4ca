/** The page of a diagram, and files of it to take away. */
@NullMarked
package io.gazetteer.api.pages.diagram;

import org.jspecify.annotations.NullMarked;
