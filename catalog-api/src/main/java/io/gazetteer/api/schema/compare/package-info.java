/** Compares the tables of two data sources, or of one at two times. */
@NullMarked
package io.gazetteer.api.schema.compare;

import org.jspecify.annotations.NullMarked;
