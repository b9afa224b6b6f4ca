/** Describes what a crawl finds in a database: relations, their columns, keys and indexes. */
@NullMarked
package io.gazetteer.common.relation;

import org.jspecify.annotations.NullMarked;
