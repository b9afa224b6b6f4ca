/** Tells every API process that a crawl has finished, for what it keeps in memory. */
@NullMarked
package io.gazetteer.api.crawls.notices;

import org.jspecify.annotations.NullMarked;
