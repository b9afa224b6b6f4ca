/** The page of a table or view. */
@NullMarked
package io.gazetteer.pages.table;

import org.jspecify.annotations.NullMarked;
