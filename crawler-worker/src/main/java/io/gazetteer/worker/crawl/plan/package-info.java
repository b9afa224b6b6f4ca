/** Lists the relations of a data source and cuts them into batches. */
@NullMarked
package io.gazetteer.worker.crawl.plan;

import org.jspecify.annotations.NullMarked;
