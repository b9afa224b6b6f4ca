/** Reads the catalog store in PostgreSQL: the truth about data sources, crawls and batches. */
@NullMarked
package io.gazetteer.common.catalog;

import org.jspecify.annotations.NullMarked;
