/** Reading the search index over Elasticsearch's REST API. */
@NullMarked
package io.gazetteer.api.index;

import org.jspecify.annotations.NullMarked;
