/** Says when a data source is crawled by itself, and starts the crawls that are due. */
@NullMarked
package io.gazetteer.api.sources.schedule;

import org.jspecify.annotations.NullMarked;
