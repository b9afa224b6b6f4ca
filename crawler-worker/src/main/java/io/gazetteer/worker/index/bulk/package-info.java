/** Sends documents to Elasticsearch in bulk, and makes room for searches. */
@NullMarked
package io.gazetteer.worker.index.bulk;

import org.jspecify.annotations.NullMarked;
