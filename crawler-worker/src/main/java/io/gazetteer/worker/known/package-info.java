/** What the crawls of a data source know to be there, in the catalog store. */
@NullMarked
package io.gazetteer.worker.known;

import org.jspecify.annotations.NullMarked;
