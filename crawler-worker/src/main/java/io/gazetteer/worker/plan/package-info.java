/** Lists the relations of a data source and cuts them into batches. */
@NullMarked
package io.gazetteer.worker.plan;

import org.jspecify.annotations.NullMarked;
